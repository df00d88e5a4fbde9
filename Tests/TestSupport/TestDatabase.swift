public import MariaDB

/// The database lent to the test that runs.
public struct TestDatabase: Sendable {
    /// The database's name on the server.
    public let name: String

    /// The database of this name.
    public init(name: String) {
        self.name = name
    }

    @TaskLocal static var lent: TestDatabase?

    /// The database of this test, which has the trait `.database(…)`; a thread of its own must be handed it.
    public static var current: TestDatabase {
        guard let lent else { preconditionFailure("This test has no database: give it the trait .database(pool).") }
        return lent
    }

    /// Settings to enter the database.
    public var settings: ConnectionSettings { DatabaseServer.settings(database: name) }

    /// A new connection to the database; a test may have several, to let them race.
    public func connect() -> Connection { Connection(settings) }

    /// Empties every table that has rows, but keeps `schema_migrations`.
    ///
    /// Triggers refuse `DELETE` on some tables; `TRUNCATE` fires none, but wants foreign keys unchecked.
    public func empty() throws {
        let connection = connect()
        try connection.runUnprepared("SET SESSION foreign_key_checks = 0, lock_wait_timeout = 10")
        let tables: [String] = try connection.rows(
            """
            SELECT TABLE_NAME AS name FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = \(name) AND TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME <> 'schema_migrations'
            """
        ).map { try $0["name"] }
        guard !tables.isEmpty else { return }
        let probes = tables.map { "(SELECT '\($0)' AS name FROM `\($0)` LIMIT 1)" }.joined(separator: " UNION ALL ")
        for row in try connection.rows(SQL(unescaped: probes)) {
            let table: String = try row["name"]
            try connection.runUnprepared("TRUNCATE TABLE `\(table)`")
        }
    }
}
