import CMariaDB

/// A statement prepared by the server: the owner of C's handle and of the buffers C writes answers into.
@safe final class Statement {
    private let text: String
    private let handle: UnsafeMutablePointer<MYSQL_STMT>
    private let parameterCount: Int
    private var buffers: ResultBuffers?

    /// Prepares a statement.
    init(_ text: String, on connection: UnsafeMutablePointer<MYSQL>) throws(DatabaseError) {
        guard let handle = unsafe mysql_stmt_init(connection) else { throw Session.outOfMemory }
        self.text = text
        unsafe self.handle = handle
        var utf8 = text
        let status = utf8.withUTF8 { utf8 in
            unsafe utf8.withMemoryRebound(to: CChar.self) {
                unsafe mysql_stmt_prepare(handle, $0.baseAddress, UInt($0.count))
            }
        }
        parameterCount = unsafe Int(mysql_stmt_param_count(handle))
        guard status == 0 else { throw failure() }
    }

    deinit {
        // The status says whether the server could be told; the handle is freed either way.
        _ = unsafe mysql_stmt_close(handle)
    }

    /// Runs the statement and reads all its rows.
    func rows(_ bindings: [SQLValue]) throws(DatabaseError) -> [Row] {
        try run(bindings)
        guard hasRows else { return [] }
        do {
            return try fetch()
        } catch {
            // The rest of the answer must be read off the wire before anything else can be asked; the first error counts.
            _ = unsafe mysql_stmt_free_result(handle)
            throw error
        }
    }

    /// Runs a statement without rows.
    func execute(_ bindings: [SQLValue]) throws(DatabaseError) -> Outcome {
        precondition(!hasRows, "A statement that answers with rows is read through rows(_:): \(text)")
        try run(bindings)
        return unsafe Outcome(
            affectedRows: Int(mysql_stmt_affected_rows(handle)),
            lastInsertID: Int64(mysql_stmt_insert_id(handle))
        )
    }

    private var hasRows: Bool { unsafe mysql_stmt_field_count(handle) > 0 }

    private func run(_ bindings: [SQLValue]) throws(DatabaseError) {
        precondition(bindings.count == parameterCount, "Each ? comes from an interpolated value: \(text)")
        let isDone = unsafe withParameters(bindings) { parameters in
            unsafe (parameterCount == 0 || mysql_stmt_bind_param(handle, parameters) == 0)
                && mysql_stmt_execute(handle) == 0
        }
        guard isDone else { throw failure().afterSending }
    }

    private func fetch() throws(DatabaseError) -> [Row] {
        let buffers = try fittingBuffers()
        var rows: [Row] = []
        while true {
            switch unsafe mysql_stmt_fetch(handle) {
            case 0, MYSQL_DATA_TRUNCATED: rows.append(try unsafe buffers.row(of: handle))
            case MYSQL_NO_DATA: return rows
            default: throw failure().afterSending
            }
        }
    }

    /// The buffers of the last run, or new ones: the types of `SELECT ?` are known only once it runs, and those of a table
    /// change when it is altered.
    private func fittingBuffers() throws(DatabaseError) -> ResultBuffers {
        let count = unsafe Int(mysql_stmt_field_count(handle))
        let fields = unsafe UnsafeBufferPointer(start: mariadb_stmt_fetch_fields(handle), count: count)
        if let buffers, unsafe buffers.fit(fields) { return buffers }
        let buffers = try unsafe ResultBuffers(for: fields, statement: text)
        guard unsafe mysql_stmt_bind_result(handle, buffers.binds) == 0 else { throw failure() }
        self.buffers = buffers
        return buffers
    }

    /// What went wrong; an error that comes among the rows is told by C on the connection alone.
    private func failure() -> DatabaseError {
        if unsafe mysql_stmt_errno(handle) == 0, let connection = unsafe handle.pointee.mysql {
            return unsafe DatabaseError(on: connection, doing: text)
        }
        return unsafe DatabaseError(
            code: Int(mysql_stmt_errno(handle)),
            sqlState: String(cString: mysql_stmt_sqlstate(handle)),
            message: String(cString: mysql_stmt_error(handle)),
            statement: text
        )
    }
}
