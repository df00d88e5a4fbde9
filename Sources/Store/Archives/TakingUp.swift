public import Accounting
import MariaDB

/// What an archive says of itself.
public struct ArchiveManifest: Sendable, Equatable {
    /// The way it is made.
    public let format: String
    /// The company in it.
    public let companyID: Int64
    /// How many tables it has.
    public let tableCount: Int
    /// How many rows each of our tables has in it.
    public let rows: [String: Int]
    /// The columns of each of our tables in it, with commas between them.
    public let columns: [String: String]
}

extension StoreReader {
    /// What an archive says of itself; nil when it is no JSON of ours.
    public func archiveManifest(_ json: String) throws -> ArchiveManifest? {
        let row = try runner.row(
            """
            SELECT JSON_VALUE(m.j, '$.format') AS format, CAST(JSON_VALUE(m.j, '$.company_id') AS SIGNED) AS company_id,
                JSON_LENGTH(m.j, '$.tables') AS table_count
            FROM (SELECT \(json) AS j) m WHERE JSON_VALID(m.j)
            """
        )
        guard let row, let format: String = try row["format"], let company: Int64 = try row["company_id"],
            let count: Int = try row["table_count"]
        else { return nil }
        var (rows, columns): ([String: Int], [String: String]) = ([:], [:])
        for table in ArchivedTable.all {
            let row = try runner.row(
                """
                SELECT CAST(JSON_VALUE(m.j, \("$.tables.\(table.name).rows")) AS SIGNED) AS count,
                    JSON_VALUE(m.j, \("$.tables.\(table.name).columns")) AS columns FROM (SELECT \(json) AS j) m
                """
            )
            rows[table.name] = try row?["count"]
            columns[table.name] = try row?["columns"]
        }
        return ArchiveManifest(format: format, companyID: company, tableCount: count, rows: rows, columns: columns)
    }

    /// What rows point to that is not there, "table (column)"; empty when every row that is pointed to stands.
    public func danglingReferences() throws -> [String] {
        let keys = try runner.rows(
            """
            SELECT TABLE_NAME AS child, COLUMN_NAME AS place, REFERENCED_TABLE_NAME AS parent,
                REFERENCED_COLUMN_NAME AS aim
            FROM information_schema.KEY_COLUMN_USAGE
            WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL ORDER BY 1, 2
            """
        )
        return try keys.compactMap { key in
            let (child, place): (String, String) = (try key["child"], try key["place"])
            let (parent, aim): (String, String) = (try key["parent"], try key["aim"])
            let found = try runner.row(
                """
                SELECT 1 AS found FROM \(SQL(name: child)) c
                LEFT JOIN \(SQL(name: parent)) p ON p.\(SQL(name: aim)) = c.\(SQL(name: place))
                WHERE c.\(SQL(name: place)) IS NOT NULL AND p.\(SQL(name: aim)) IS NULL LIMIT 1
                """
            )
            return found.map { _ in "\(child) (\(place))" }
        }
    }
}

extension StoreWriter {
    /// Takes up a row of an archive; false when a row of its kind is here already.
    ///
    /// What it points to may come later: see `danglingReferences()`.
    ///
    /// - Parameters:
    ///   - json: the row, as an archive has it.
    ///   - table: its table.
    ///   - columns: the columns of the table.
    /// - Returns: whether it was taken up.
    /// - Throws: the database's error.
    public func takeUp(_ json: String, into table: ArchivedTable, _ columns: [ArchivedColumn]) throws -> Bool {
        try insert(json, table, columns, also: nil)
    }

    /// Takes up a file with its row.
    public func takeUp(_ json: String, file: [UInt8], into table: ArchivedTable, _ columns: [ArchivedColumn]) throws
        -> Bool
    {
        guard let place = table.leftOut.first else { preconditionFailure("\(table.name) keeps files.") }
        return try insert(json, table, columns, also: (place, .bytes(file)))
    }

    /// Takes up the owner of a company with a new password's hash.
    public func takeUp(_ json: String, passwordHash: String, into table: ArchivedTable, _ columns: [ArchivedColumn])
        throws -> Bool
    {
        try insert(json, table, columns, also: ("password_hash", .text(passwordHash)))
    }

    private func insert(
        _ json: String,
        _ table: ArchivedTable,
        _ columns: [ArchivedColumn],
        also extra: (name: String, value: SQLValue)?
    ) throws -> Bool {
        let names = columns.map(\.name) + (extra.map { [$0.name] } ?? [])
        let values = columns.map(\.taken) + (extra.map { ["\($0.value)"] } ?? [])
        return try transaction.insertUnlessDuplicate(
            """
            SET STATEMENT foreign_key_checks = 0 FOR INSERT INTO \(SQL(name: table.name))
                (\(names.map(SQL.init(name:)).joined(by: ", ")))
            SELECT \(values.joined(by: ", ")) FROM (SELECT \(json) AS j) r
            """
        ) != nil
    }

    /// True when a logo is here: one picture serves every company that shows it.
    public func hasLogo(_ sha256: Fingerprint) throws -> Bool {
        try transaction.row("SELECT 1 AS found FROM logos WHERE sha256 = \(sha256)") != nil
    }
}

extension ArchivedColumn {
    /// Its value, taken out of the row `r.j`.
    fileprivate var taken: SQL {
        let value: SQL = "JSON_VALUE(r.j, \("$." + name))"
        return holdsBytes ? "UNHEX(\(value))" : value
    }
}
