/// What the server refused, or that it could not be reached.
///
/// It can be logged as it is: it holds the statement's text and never a bound value, nor the password.
public struct DatabaseError: Error, Sendable, Equatable {
    /// The server's error number, or the C library's from 2000 on, or 0 when this module could not read a value.
    public let code: Int
    /// The five characters of SQLSTATE.
    public let sqlState: String
    /// The server's sentence, the values it quotes left out.
    public let message: String
    /// The text of the statement, or what was being done.
    public let statement: String
    /// Whether the server may have done what was asked: the connection was lost while its answer was awaited.
    public private(set) var isOutcomeUnknown = false

    init(code: Int, sqlState: String, message: String, statement: String) {
        self.code = code
        self.sqlState = sqlState
        self.message = withoutValues(message, code: code)
        self.statement = statement
    }

    /// A unique key has this value already.
    public var isDuplicateKey: Bool { code == 1062 || code == 1586 }

    /// A deadlock, a lock waited for too long, a Galera node that lost its cluster: the whole transaction may be tried again.
    public var isTransient: Bool { [1213, 1205, 1047].contains(code) }

    /// The server cannot be reached, is leaving, is full, has lost its cluster or is too busy with others: nothing is wrong
    /// with the statement.
    public var isUnavailable: Bool {
        isLost || isTransient || [2002, 2003, 2005, 2026, 1040, 1203, 2055, Self.failedCommit].contains(code)
    }

    /// A trigger refused with `SIGNAL SQLSTATE '45000'`.
    public var isRefusedByTrigger: Bool { code == 1644 || sqlState == "45000" }

    /// The account may not do this, or may not come in.
    public var isAccessDenied: Bool { [1044, 1045, 1142, 1143, 1227, 1370, 1698].contains(code) }

    /// The connection is gone: gone away, lost, killed, the server is shutting down.
    var isLost: Bool { [2006, 2013, 2055, 1053, 1927].contains(code) }

    /// "Got error during COMMIT": a Galera node lost the others while they were to take the transaction, which they may have.
    private static let failedCommit = 1180

    /// The same error of a statement that was sent: the server may have done it, unless sending itself failed (2006).
    var afterSending: DatabaseError { withOutcome(unknown: isLost && code != 2006 || code == Self.failedCommit) }

    /// The same error, with what is known of its outcome.
    func withOutcome(unknown: Bool) -> DatabaseError {
        var error = self
        error.isOutcomeUnknown = unknown
        return error
    }

    /// The server has rolled a transaction back without saying so: as a deadlock, which it is.
    static func givenUp(because error: DatabaseError) -> DatabaseError {
        DatabaseError(
            code: 1213,
            sqlState: "40001",
            message: "rolled back behind \(error.code): \(error.message)",
            statement: error.statement
        )
    }

    /// An answer that this module cannot turn into the value asked for.
    static func unreadable(_ message: String, statement: String) -> DatabaseError {
        DatabaseError(code: 0, sqlState: "22000", message: message, statement: statement)
    }
}

extension DatabaseError: CustomStringConvertible {
    /// One line for the operator's log.
    public var description: String {
        "MariaDB \(code) (\(sqlState)): \(message)\(isOutcomeUnknown ? " [outcome unknown]" : "") — \(statement)"
    }
}
