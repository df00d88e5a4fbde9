import Glibc
public import MariaDB

/// A few databases with the same tables, lent to one test each.
///
/// A database is made when it is first needed and serves until the run ends; those that an earlier run left behind are
/// dropped. Databases and not transactions rolled back: what is tested has transactions of its own, and races.
public actor DatabasePool {
    private let name: String
    private let size: Int
    private let prepare: @Sendable (Connection) throws -> Void
    private var idle: [TestDatabase] = []
    private var made = 0
    private var waiting: [CheckedContinuation<TestDatabase, Never>] = []

    /// A pool whose databases are made by `prepare`, which is given a connection to an empty one.
    public init(_ name: String, size: Int = 4, prepare: @escaping @Sendable (Connection) throws -> Void) {
        self.name = name
        self.size = size
        self.prepare = prepare
    }

    /// Lends a database whose tables are empty; waits until one is free.
    func lend() async throws -> TestDatabase {
        if let database = idle.popLast() { return database }
        if made < size { return try make() }
        return await withCheckedContinuation { waiting.append($0) }
    }

    /// Takes a database back, for whoever waits first.
    func takeBack(_ database: TestDatabase) {
        if waiting.isEmpty {
            idle.append(database)
        } else {
            waiting.removeFirst().resume(returning: database)
        }
    }

    private func make() throws -> TestDatabase {
        let server = Connection(DatabaseServer.settings())
        if made == 0 { try dropLeftovers(server) }
        let database = TestDatabase(name: "test_\(name)_\(getpid())_\(made)")
        try server.runUnprepared("CREATE DATABASE `\(database.name)` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")
        try prepare(database.connect())
        made += 1
        return database
    }

    /// Drops the databases of runs whose process is gone.
    private func dropLeftovers(_ server: Connection) throws {
        for row in try server.rows("SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA") {
            let database: String = try row["name"]
            let parts = database.split(separator: "_")
            guard database.hasPrefix("test_\(name)_"), parts.count >= 4, let process = pid_t(parts[parts.count - 2])
            else {
                continue
            }
            if kill(process, 0) != 0 { try server.runUnprepared("DROP DATABASE `\(database)`") }
        }
    }
}
