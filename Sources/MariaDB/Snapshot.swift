/// Everything as it stands at one moment, on a session of its own, for as long as somebody holds it.
///
/// What others keep meanwhile is not seen. It holds old rows back from being cleaned away: read it in one go.
public final class Snapshot: SQLRunner {
    private let session: Session

    init(_ settings: ConnectionSettings) throws(DatabaseError) {
        session = try Session(settings)
        // > Without any SESSION or GLOBAL keyword, it applies to the next transaction only (SET TRANSACTION).
        try session.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        try session.run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")
    }

    /// All rows of the answer, in memory: bound it with `LIMIT`.
    public func rows(_ sql: SQL) throws(DatabaseError) -> [Row] { try session.rows(sql) }

    /// Refused by the server when it would change anything.
    @discardableResult public func execute(_ sql: SQL) throws(DatabaseError) -> Outcome { try session.execute(sql) }
}
