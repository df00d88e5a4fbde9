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
    /// After a deadlock, a lock waited for too long or a lost Galera node the whole body runs again, up to 8 times in all:
    /// it must do nothing but SQL. Any error it throws rolls back and is thrown on. A connection lost on the way is an error
    /// and is not tried again; when it was lost during `COMMIT`, the error's `isOutcomeUnknown` says so.
    public func transaction<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
        var backoff = Backoff()
        while true {
            do {
                return try attempt(body)
            } catch let failure as DatabaseError where failure.isTransient {
                guard let wait = backoff.next() else { throw failure }
                pause(wait)
            }
        }
    }

    /// Everything as it stands now; it is read beside what this connection does.
    public func snapshot() throws(DatabaseError) -> Snapshot { try Snapshot(settings) }

    private func attempt<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
        let transaction = try begin()
        isInTransaction = true
        defer {
            isInTransaction = false
            transaction.isFinished = true
        }
        do {
            let value = try body(transaction)
            try transaction.commit()
            return value
        } catch {
            // A session that cannot roll back is closed, and the server rolls back.
            if !transaction.rollBack() { session = nil }
            throw transaction.failure ?? error
        }
    }

    private func begin() throws(DatabaseError) -> Transaction {
        try onOpenSession(mayRepeat: true) { session throws(DatabaseError) in
            try session.run("START TRANSACTION")
            return Transaction(session)
        }
    }

    /// Runs one thing on an open session, opened again if the server hung up while nothing was asked of it.
    ///
    /// What the server may already have done is done again only if it `mayRepeat`.
    private func onOpenSession<Value>(
        mayRepeat: Bool = false,
        _ body: (Session) throws(DatabaseError) -> Value
    ) throws(DatabaseError) -> Value {
        precondition(!isInTransaction, "Inside a transaction, speak to the transaction and not to its connection.")
        if let session, !session.hasHungUp {
            do {
                return try body(session)
            } catch  where error.isLost && (mayRepeat || !error.isOutcomeUnknown) {
                // Lost before anything was done: once more, on a new session.
            }
        }
        session = nil
        let session = try Session(settings)
        self.session = session
        return try body(session)
    }
}
