import MariaDB
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// Whoever adds a table decides whether an archive holds it.
@Suite(.database(.needme)) struct `Every table` {
    let database = TestDatabase.current

    @Test func `is in the archive of a company, or a reason says why not`() throws {
        let tables: [String] = try database.connect().rows(
            """
            SELECT TABLE_NAME AS name FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = \(database.name) AND TABLE_TYPE = 'BASE TABLE'
            """
        ).map { try $0["name"] }
        let known = ArchivedTable.all.map(\.name) + Array(ArchivedTable.others.keys)
        #expect(tables.sorted() == known.sorted())
    }

    @Test func `is taken away with all the columns it has`() throws {
        let (everything, dashboard) = (Store(database.connect()).reader, Store(database.connect(as: .dashboard)).reader)
        for table in ArchivedTable.all {
            let columns = try everything.archivedColumns(of: table)
            #expect(try dashboard.archivedColumns(of: table) == columns, "\(table.name)")
            #expect(!columns.isEmpty)
        }
    }
}
