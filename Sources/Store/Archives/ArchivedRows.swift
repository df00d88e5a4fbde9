import MariaDB

/// A column of a table that is taken away.
public struct ArchivedColumn: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// True when it holds bytes, which JSON has in hexadecimal.
    let holdsBytes: Bool

    /// Its value as JSON may hold it, of the table that stands under an alias.
    func json(of alias: SQL) -> SQL {
        let column: SQL = "\(alias).\(SQL(name: name))"
        return holdsBytes ? "HEX(\(column))" : column
    }
}

extension StoreReader {
    /// The columns of a table that an archive holds: all but what follows from others, and what is left out.
    public func archivedColumns(of table: ArchivedTable) throws -> [ArchivedColumn] {
        try runner.rows(
            """
            SELECT COLUMN_NAME AS name, DATA_TYPE IN ('binary', 'varbinary', 'blob', 'mediumblob', 'longblob') AS holds_bytes
            FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = \(table.name) AND IS_GENERATED = 'NEVER'
            ORDER BY ORDINAL_POSITION
            """
        ).map { ArchivedColumn(name: try $0["name"], holdsBytes: try $0["holds_bytes"]) }
            .filter { !table.leftOut.contains($0.name) }
    }

    /// A few rows of a table, each as a JSON object; nil after the last.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - columns: its columns.
    ///   - companyID: whose rows.
    ///   - step: the step taken before, which becomes the one taken now.
    /// - Returns: the objects.
    /// - Throws: the database's error.
    public func archivedRows(
        _ table: ArchivedTable,
        _ columns: [ArchivedColumn],
        of companyID: Int64,
        _ step: inout CompanyStep?
    ) throws -> [String]? {
        guard let next = try self.step(table.walk, of: companyID, after: step) else { return nil }
        step = next
        let members = columns.map { column -> SQL in "\(column.name), \(column.json(of: table.alias))" }
        return try rows(
            "JSON_OBJECT(\(members.joined(by: ", "))) AS json",
            table.walk,
            table.joined,
            of: companyID,
            next
        )
        .map { try $0["json"] }
    }
}
