/// A connection to the server that opens itself when needed.
///
/// It opens at the first statement, and again, unnoticed, when the server hung up between two statements. One thread uses
/// it at a time.
public final class Connection: SQLRunner {
    private let settings: ConnectionSettings
    private let pause: (_ milliseconds: Int) -> Void
    private var session: Session?
    private var isInTransaction = false

    /// Opens nothing yet.
    public convenience init(_ settings: ConnectionSettings) {
        self.init(settings, pause: sleep(milliseconds:))
    }

    init(_ settings: ConnectionSettings, pause: @escaping (_ milliseconds: Int) -> Void) {
        self.settings = settings
        self.pause = pause
    }

    /// All rows of the answer, in memory: bound it with `LIMIT`.
    public func rows(_ sql: SQL) throws(DatabaseError) -> [Row] {
        try onOpenSession { session throws(DatabaseError) in try session.rows(sql) }
    }

    /// Runs a statement that answers with no rows, and keeps its effect at once.
    @discardableResult public func execute(_ sql: SQL) throws(DatabaseError) -> Outcome {
        try onOpenSession { session throws(DatabaseError) in try session.execute(sql) }
    }

    /// Runs a statement that the server does not prepare, such as `CREATE TRIGGER`; rows are dropped.
    public func runUnprepared(_ text: String) throws(DatabaseError) {
        try onOpenSession { session throws(DatabaseError) in try session.run(text) }
    }

    /// Runs `body` in a transaction: all of its statements are kept, or none.
    ///
    /// After a deadlock, a lock waited for too long or a lost Galera node the whole body runs again, up to 8 times: it must
    /// do nothing but SQL. Any error it throws rolls back and is thrown on. A connection lost on the way is an error and is
    /// not tried again; when it was lost during `COMMIT`, the error's `isOutcomeUnknown` says so.
    public func transaction<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
        var backoff = Backoff()
        while true {
            let transaction = try begin()
            do {
                let value = try body(transaction)
                try end(transaction)
                return value
            } catch {
                abandon(transaction)
                guard let failure = transaction.failure, failure.isTransient, let wait = backoff.next() else {
                    throw error
                }
                pause(wait)
            }
        }
    }

    private func begin() throws(DatabaseError) -> Transaction {
        let session = try onOpenSession { session throws(DatabaseError) in
            try session.run("START TRANSACTION")
            return session
        }
        isInTransaction = true
        return Transaction(session)
    }

    private func end(_ transaction: Transaction) throws(DatabaseError) {
        try transaction.commit()
        isInTransaction = false
    }

    /// Rolls back; when even that fails the session is dropped, which makes the server roll back.
    private func abandon(_ transaction: Transaction) {
        isInTransaction = false
        if !transaction.rollBack() { session = nil }
    }

    /// Runs one thing on an open session, opened again if the server hung up while nothing was asked of it.
    private func onOpenSession<Value>(
        _ body: (Session) throws(DatabaseError) -> Value
    ) throws(DatabaseError) -> Value {
        precondition(!isInTransaction, "Inside a transaction, speak to the transaction and not to its connection.")
        if let idle = session, !idle.hasHungUp {
            do {
                return try body(idle)
            } catch  where error.isLost {
                session = nil
                guard !error.isOutcomeUnknown else { throw error }
            }
        }
        session = nil
        let fresh = try Session(settings)
        session = fresh
        return try body(fresh)
    }
}
