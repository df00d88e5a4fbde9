public import Accounting
public import MariaDB

/// A file of `sql/` that takes the schema one step further.
public struct Migration: Sendable, Equatable {
    /// Its place, from the four digits that its name begins with.
    public let version: Int
    /// The file's name.
    public let name: String
    /// Its text.
    public let text: String
    /// The SHA-256 of its text.
    public let checksum: Fingerprint

    /// A migration; nil unless the file is named like `0001_people.sql`.
    public init?(fileName: String, text: String, digest: Digest) {
        let digits = fileName.prefix(4)
        guard digits.count == 4, let version = Int(digits), fileName.dropFirst(4).hasPrefix("_"),
            fileName.hasSuffix(".sql")
        else { return nil }
        self.version = version
        name = fileName
        self.text = text
        checksum = digest(Array(text.utf8))
    }
}

/// Why the schema cannot be taken further; each names the file concerned.
public enum MigrationRefusal: Error, Equatable, CustomStringConvertible {
    /// An applied file is no longer what it was.
    case changed(String)
    /// An applied file is gone.
    case missing(String)
    /// A file began to be applied and did not end: the schema needs a person.
    case interrupted(String)
    /// A new file comes before one that was applied.
    case outOfOrder(String)

    /// The sentence for the operator.
    public var description: String {
        switch self {
        case .changed(let name): "\(name) was applied and has changed since; write a new file instead"
        case .missing(let name): "\(name) was applied and is missing"
        case .interrupted(let name):
            "\(name) was begun and not finished; restore the backup taken before, then migrate again"
        case .outOfOrder(let name): "\(name) comes before a file that was applied already"
        }
    }
}

/// Takes the schema from where it is to where the files say.
public struct Migrator {
    private let connection: Connection

    /// A migrator of the database behind this connection.
    public init(_ connection: Connection) {
        self.connection = connection
    }

    /// Applies, once and in their order, the migrations that were not applied yet.
    ///
    /// - Returns: the names of the files applied now.
    /// - Throws: ``MigrationRefusal`` before anything is changed, or the database's error.
    public func apply(_ migrations: [Migration], at now: Instant) throws -> [String] {
        try connection.runUnprepared(Self.table)
        let pending = try pending(among: migrations)
        for migration in pending { try apply(migration, at: now) }
        return pending.map(\.name)
    }

    /// Runs a file that may be run any number of times, such as `grants.sql`.
    public func run(_ text: String) throws {
        for statement in SQLScript.statements(of: text) { try connection.runUnprepared(statement) }
    }

    /// Gives the roles' accounts the rights of a file such as `grants.sql`, and takes back what it does not give.
    ///
    /// Between the two an account has fewer rights for some milliseconds; who needs one then is refused, and asks again.
    public func giveRights(_ text: String) throws {
        for row in try connection.rows(Self.tablesWithRights) {
            let (grantee, table): (String, String) = (try row["account"], try row["name"])
            try connection.runUnprepared("REVOKE ALL PRIVILEGES ON `\(table)` FROM \(grantee)")
        }
        try run(text)
    }

    /// The tables of this database on which a role's account has any right, on the whole or on columns.
    private static let tablesWithRights: SQL = """
        SELECT grantee AS account, table_name AS name FROM information_schema.table_privileges
        WHERE table_schema = DATABASE() AND grantee LIKE CONCAT(CHAR(39), 'needme|_%') ESCAPE '|'
        UNION
        SELECT grantee, table_name FROM information_schema.column_privileges
        WHERE table_schema = DATABASE() AND grantee LIKE CONCAT(CHAR(39), 'needme|_%') ESCAPE '|'
        """

    /// Gives accounts the passwords they log in with.
    public func setPasswords(_ passwords: [(account: String, password: String)]) throws {
        for (account, password) in passwords {
            // A password cannot be bound in this statement; it is written in hexadecimal, which needs no escaping.
            let digits = Array(password.utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            try connection.runUnprepared(
                """
                EXECUTE IMMEDIATE CONCAT('ALTER USER \(account)@''%'' IDENTIFIED BY ', QUOTE(CAST(X'\(digits)' AS CHAR)))
                """
            )
        }
    }

    private static let table = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            version     INT          NOT NULL PRIMARY KEY,
            name        VARCHAR(100) NOT NULL,
            checksum    BINARY(32)   NOT NULL,
            begun_at    DATETIME(6)  NOT NULL,
            finished_at DATETIME(6)  NULL
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
        """

    /// The migrations that were not applied yet, in their order.
    ///
    /// - Throws: ``MigrationRefusal``, or the database's error.
    public func pending(among migrations: [Migration]) throws -> [Migration] {
        let migrations = migrations.sorted { $0.version < $1.version }
        let applied = try connection.rows(
            "SELECT version, name, checksum, finished_at FROM schema_migrations ORDER BY version"
        )
        var last = 0
        for row in applied {
            let (name, version): (String, Int) = (try row["name"], try row["version"])
            guard let migration = migrations.first(where: { $0.version == version }) else {
                throw MigrationRefusal.missing(name)
            }
            // First of all: whoever corrects a file that failed must still know that it was begun.
            let finishedAt: Instant? = try row["finished_at"]
            guard finishedAt != nil else { throw MigrationRefusal.interrupted(name) }
            guard try row["checksum"] == migration.checksum else { throw MigrationRefusal.changed(migration.name) }
            last = version
        }
        let known = Set(try applied.map { try $0["version"] as Int })
        let new = migrations.filter { !known.contains($0.version) }
        if let early = new.first(where: { $0.version < last }) { throw MigrationRefusal.outOfOrder(early.name) }
        return new
    }

    /// Applies one file between two notes that it was begun and finished.
    ///
    /// MariaDB commits before and after every statement that changes the schema, so a file cannot be applied within one
    /// transaction: its row says that it was begun and, at the end, that it was finished. The row is also the lock: of
    /// two migrators at once, the second fails on the duplicate key.
    private func apply(_ migration: Migration, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO schema_migrations (version, name, checksum, begun_at)
            VALUES (\(migration.version), \(migration.name), \(migration.checksum), \(now))
            """
        )
        try run(migration.text)
        try connection.execute(
            "UPDATE schema_migrations SET finished_at = \(now) WHERE version = \(migration.version)"
        )
    }
}
