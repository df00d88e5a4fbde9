import MariaDB

/// How far the schema is, by the files of `sql/` that were applied.
public struct SchemaStanding: Sendable, Equatable {
    /// The newest file that this program was written for: the four digits of its name.
    public static let expectedVersion = 35

    /// The newest file that was begun; 0 when there was none.
    public let version: Int
    /// Whether every file that was begun came to its end.
    public let isWhole: Bool

    /// A standing.
    public init(version: Int, isWhole: Bool) {
        self.version = version
        self.isWhole = isWhole
    }

    /// Whether this program finds in the schema what it needs.
    ///
    /// A newer schema will do: a file only adds, so that the program of yesterday goes on answering between the migration
    /// and its own restart.
    public var serves: Bool { isWhole && version >= Self.expectedVersion }
}

extension StoreReader {
    /// How far the schema is.
    public func schemaStanding() throws -> SchemaStanding {
        let row = try runner.row(
            "SELECT MAX(version) AS newest, COUNT(*) - COUNT(finished_at) AS begun FROM schema_migrations"
        )
        guard let row else { preconditionFailure("An aggregate without groups answers one row.") }
        let newest: Int? = try row["newest"]
        let begun: Int64 = try row["begun"]
        return SchemaStanding(version: newest ?? 0, isWhole: begun == 0)
    }
}
