import CMariaDB
import Glibc

/// One open connection: the owner of C's handle and of the statements prepared on it.
@safe final class Session {
    private let handle: UnsafeMutablePointer<MYSQL>
    private var statements = StatementCache()

    /// Opens a connection.
    init(_ settings: ConnectionSettings) throws(DatabaseError) {
        precondition(Session.library == 0, "libmariadb cannot be initialised.")
        guard let handle = unsafe mysql_init(nil) else { throw Session.outOfMemory }
        unsafe self.handle = handle
        try open(settings)
    }

    deinit {
        // Statements first: each holds a pointer to the connection.
        statements.removeAll()
        unsafe mysql_close(handle)
    }

    /// The rows of a statement, prepared at its first use.
    func rows(_ sql: SQL) throws(DatabaseError) -> [Row] {
        do {
            return try statement(sql.text).rows(sql.bindings)
        } catch  where error.code == CR_NEW_STMT_METADATA {
            // The table has other columns than when this was prepared: C cannot use the statement any more.
            statements[sql.text] = nil
            throw error
        }
    }

    /// What a statement without rows did; prepared at its first use.
    func execute(_ sql: SQL) throws(DatabaseError) -> Outcome {
        try statement(sql.text).execute(sql.bindings)
    }

    /// Runs a statement as text, unprepared, and drops its rows.
    func run(_ text: String) throws(DatabaseError) {
        var text = text
        let status = text.withUTF8 { utf8 in
            unsafe utf8.withMemoryRebound(to: CChar.self) {
                unsafe mysql_real_query(handle, $0.baseAddress, UInt($0.count))
            }
        }
        guard status == 0 else { throw failure(text).afterSending }
        // "mysql_store_result() returns a null pointer if the statement did not return a result set", and also on error:
        // mysql_errno() tells which.
        if let result = unsafe mysql_store_result(handle) {
            unsafe mysql_free_result(result)
        } else if unsafe mysql_errno(handle) != 0 {
            throw failure(text).afterSending
        }
    }

    /// Whether the server closed its end while we asked nothing.
    ///
    /// A MariaDB server speaks only when spoken to, so bytes to read on an idle connection are its farewell.
    var hasHungUp: Bool {
        var descriptor = pollfd(fd: unsafe mysql_get_socket(handle), events: Int16(POLLIN), revents: 0)
        return unsafe descriptor.fd < 0 || poll(&descriptor, 1, 0) != 0
    }

    private func statement(_ text: String) throws(DatabaseError) -> Statement {
        if let known = statements[text] { return known }
        let statement = try unsafe Statement(text, on: handle)
        statements[text] = statement
        return statement
    }

    private func open(_ settings: ConnectionSettings) throws(DatabaseError) {
        let doing = "connect as \(settings)"
        try unsafe SessionOptions(settings).apply { option, value in unsafe mysql_options(handle, option, value) == 0 }
        let place = settings.address.place
        let flags = UInt(CLIENT_FOUND_ROWS)
        let connected = unsafe mysql_real_connect(
            handle,
            place.host,
            settings.user,
            settings.password,
            settings.database,
            place.port,
            place.socket,
            flags
        )
        guard unsafe connected != nil else { throw failure(doing) }
    }

    private func failure(_ doing: String) -> DatabaseError {
        unsafe DatabaseError(on: handle, doing: doing)
    }

    /// `mysql_library_init` is a macro over this; "mysql_library_init() is not thread-safe", so `static` calls it once.
    private static let library = mysql_server_init(0, nil, nil)

    static let outOfMemory = DatabaseError(
        code: Int(CR_OUT_OF_MEMORY),
        sqlState: "HY001",
        message: "out of memory",
        statement: "connect"
    )
}

extension DatabaseError {
    /// The last error of a connection.
    init(on connection: UnsafeMutablePointer<MYSQL>, doing: String) {
        unsafe self.init(
            code: Int(mysql_errno(connection)),
            sqlState: String(cString: mysql_sqlstate(connection)),
            message: String(cString: mysql_error(connection)),
            statement: doing
        )
    }
}
