import Store

/// Every table of a company as JSON: an array with one object a line.
struct ArchivedTables {
    private let companyID: Int64
    private let reader: StoreReader
    private let contents: ArchiveContents

    init(_ companyID: Int64, _ reader: StoreReader, _ contents: ArchiveContents) {
        self.companyID = companyID
        self.reader = reader
        self.contents = contents
    }

    static func path(of table: ArchivedTable) -> String { ArchiveFormat.tables + table.name + ".json" }

    var shelf: ArchiveShelf {
        var tables = ArchivedTable.all[...]
        return {
            guard let table = tables.popFirst() else { return nil }
            return ArchiveFile(Self.path(of: table), next: try pieces(of: table))
        }
    }

    private func pieces(of table: ArchivedTable) throws -> ArchivePieces {
        let columns = try reader.archivedColumns(of: table)
        var (step, count): (CompanyStep?, Int) = (nil, 0)
        let rows: ArchivePieces = {
            guard let rows = try reader.archivedRows(table, columns, of: companyID, &step) else {
                contents.note(table: table.name, columns: columns.map(\.name), rows: count)
                return nil
            }
            let comma = count > 0 && !rows.isEmpty ? ",\n" : ""
            count += rows.count
            return Array((comma + rows.joined(separator: ",\n")).utf8)
        }
        return joined([once(Array("[\n".utf8)), rows, once(Array("\n]\n".utf8))])
    }
}
