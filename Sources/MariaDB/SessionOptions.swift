import CMariaDB

/// The options a session is opened with.
struct SessionOptions {
    private let settings: ConnectionSettings

    init(_ settings: ConnectionSettings) {
        self.settings = settings
    }

    /// Hands every option to `set`, which tells whether C took it; C copies the value.
    func apply(_ set: (mysql_option, UnsafeRawPointer) -> Bool) throws(DatabaseError) {
        var refused: mysql_option?
        func number(_ option: mysql_option, _ value: Int) {
            var value = UInt32(value)
            if unsafe !set(option, &value) { refused = option }
        }
        func flag(_ option: mysql_option, _ value: Bool) {
            var value: my_bool = value ? 1 : 0
            if unsafe !set(option, &value) { refused = option }
        }
        func text(_ option: mysql_option, _ value: String) {
            if unsafe !value.withCString({ unsafe set(option, $0) }) { refused = option }
        }

        number(MYSQL_OPT_CONNECT_TIMEOUT, settings.connectTimeoutSeconds)
        number(MYSQL_OPT_READ_TIMEOUT, settings.answerTimeoutSeconds)
        number(MYSQL_OPT_WRITE_TIMEOUT, settings.answerTimeoutSeconds)
        // A connection that C reopened by itself would have lost its transaction and its statements without a word.
        flag(MYSQL_OPT_RECONNECT, false)
        // A server may ask the client for any of its files with LOAD DATA LOCAL.
        number(MYSQL_OPT_LOCAL_INFILE, 0)
        flag(MYSQL_REPORT_DATA_TRUNCATION, true)
        text(MYSQL_SET_CHARSET_NAME, "utf8mb4")
        text(MYSQL_INIT_COMMAND, sessionVariables)
        number(MYSQL_OPT_PROTOCOL, Int(settings.address.place.kind.rawValue))
        if case .tcp(_, _, let certificateAuthorityFile) = settings.address {
            flag(MYSQL_OPT_SSL_ENFORCE, true)
            flag(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, true)
            if let certificateAuthorityFile { text(MYSQL_OPT_SSL_CA, certificateAuthorityFile) }
        }
        if let refused {
            throw DatabaseError(
                code: Int(CR_UNKNOWN_ERROR),
                sqlState: "HY000",
                message: "option \(refused.rawValue) was refused",
                statement: "connect"
            )
        }
    }

    /// Strict values, UTC, and a short wait for locks, whatever the server's own configuration says.
    ///
    /// READ COMMITTED, so that a plain read after a lock sees what was committed before the lock was taken; a snapshot
    /// from an earlier read of the same transaction would not.
    private var sessionVariables: String {
        """
        SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,\
        NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY', time_zone = '+00:00', tx_isolation = 'READ-COMMITTED', \
        innodb_lock_wait_timeout = \(settings.lockWaitSeconds)
        """
    }
}

extension ConnectionSettings.Address {
    /// The address as C wants it.
    var place: (kind: mysql_protocol_type, host: String?, port: UInt32, socket: String?) {
        switch self {
        case .socket(let path): (MYSQL_PROTOCOL_SOCKET, nil, 0, path)
        case .tcp(let host, let port, _): (MYSQL_PROTOCOL_TCP, host, UInt32(port), nil)
        }
    }
}
