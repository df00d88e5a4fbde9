/// A transaction under way, usable only inside the closure it is given to.
public final class Transaction: SQLRunner {
    private let session: Session
    /// Set when the closure is over.
    var isFinished = false

    /// The error after which the server keeps nothing of this transaction.
    ///
    /// A deadlock rolls the whole transaction back on the server: a statement that followed it would be kept on its own. So
    /// once set, it answers every further statement, and the commit.
    private(set) var failure: DatabaseError?

    init(_ session: Session) {
        self.session = session
    }

    /// All rows of the answer, in memory: bound it with `LIMIT`.
    public func rows(_ sql: SQL) throws(DatabaseError) -> [Row] {
        try run { session throws(DatabaseError) in try session.rows(sql) }
    }

    /// Runs a statement that answers with no rows.
    @discardableResult public func execute(_ sql: SQL) throws(DatabaseError) -> Outcome {
        try run { session throws(DatabaseError) in try session.execute(sql) }
    }

    func commit() throws(DatabaseError) {
        if let failure { throw failure }
        do {
            try session.run("COMMIT")
        } catch {
            failure = error
            throw error
        }
    }

    /// Whether the server has certainly forgotten the transaction and the session is fit for another.
    func rollBack() -> Bool {
        if let failure, failure.isLost { return false }
        do {
            try session.run("ROLLBACK")
            return true
        } catch {
            return false
        }
    }

    private func run<Value>(_ body: (Session) throws(DatabaseError) -> Value) throws(DatabaseError) -> Value {
        precondition(!isFinished, "A transaction is over when its closure returns.")
        if let failure { throw failure }
        do {
            return try body(session)
        } catch {
            // The server rolls back what a lost connection had done: nothing is unknown before COMMIT.
            let error = error.withOutcome(unknown: false)
            if error.isLost || error.isTransient {
                failure = error
            } else if try !isHeld {
                failure = .givenUp(because: error)
            }
            throw failure ?? error
        }
    }

    /// Whether the server still holds the transaction.
    ///
    /// A Galera node that finds another's row where this transaction wants to write may roll all of it back, and yet speak of
    /// a duplicate key alone (seen with MariaDB 10.11). Whoever goes on from there would write outside of any transaction.
    private var isHeld: Bool {
        get throws(DatabaseError) {
            do {
                let row = try session.rows("SELECT @@in_transaction AS held").first
                return try row?["held"] == 1
            } catch {
                if error.isLost || error.isTransient { failure = error.withOutcome(unknown: false) }
                throw failure ?? error
            }
        }
    }
}
