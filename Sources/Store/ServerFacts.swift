public import Accounting
import MariaDB

/// What the server behind the database says of itself.
public struct ServerFacts: Sendable, Equatable {
    /// Its version, "10.11.14-MariaDB".
    public let version: String
    /// Whether each commit is on the disk before it is said to be done (`innodb_flush_log_at_trx_commit = 1`).
    public let flushesAtCommit: Bool
    /// The character set of new tables of the database.
    public let characterSet: String
    /// What time it is there.
    public let now: Instant

    /// Facts.
    public init(version: String, flushesAtCommit: Bool, characterSet: String, now: Instant) {
        self.version = version
        self.flushesAtCommit = flushesAtCommit
        self.characterSet = characterSet
        self.now = now
    }

    /// Whether it is MariaDB 10.11, the one of Debian 12, or newer.
    public var isRecentEnough: Bool {
        let numbers = version.split(separator: "-").first?.split(separator: ".").compactMap { Int($0) } ?? []
        guard version.contains("MariaDB"), numbers.count >= 2 else { return false }
        return (numbers[0], numbers[1]) >= (10, 11)
    }
}

extension StoreReader {
    /// What the server says of itself.
    public func serverFacts() throws -> ServerFacts {
        let row = try runner.row(
            """
            SELECT VERSION() AS version, CAST(@@GLOBAL.innodb_flush_log_at_trx_commit AS SIGNED) AS flush,
                @@character_set_database AS characters, UTC_TIMESTAMP(6) AS now
            """
        )
        guard let row else { preconditionFailure("A statement without a table answers one row.") }
        let flush: Int64 = try row["flush"]
        return ServerFacts(
            version: try row["version"],
            flushesAtCommit: flush == 1,
            characterSet: try row["characters"],
            now: try row["now"]
        )
    }
}
