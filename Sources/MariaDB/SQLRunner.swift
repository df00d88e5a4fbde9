/// What runs statements: a connection, each statement for itself, or a transaction, all or none.
public protocol SQLRunner {
    /// All rows of the answer, in memory: bound it with `LIMIT`.
    func rows(_ sql: SQL) throws(DatabaseError) -> [Row]
    /// Runs a statement that answers with no rows.
    @discardableResult func execute(_ sql: SQL) throws(DatabaseError) -> Outcome
}

extension SQLRunner {
    /// The first row of the answer, if it has one.
    public func row(_ sql: SQL) throws(DatabaseError) -> Row? {
        try rows(sql).first
    }
}

/// What a statement without rows did.
public struct Outcome: Sendable, Equatable {
    /// How many rows were inserted or deleted, or *matched* by an update, whether it changed them or not.
    public let affectedRows: Int
    /// The first `AUTO_INCREMENT` value the statement gave, or 0.
    public let lastInsertID: Int64
}
