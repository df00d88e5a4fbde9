import Accounting
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing
import Web

/// Acceptance case D2, on two servers' worth of databases: this test's own, and one more that begins empty.
@Suite(.database(.needme)) struct `An archive taken up on an empty server` {
    let story = Story()

    @Test func `gives back the same counts, the same fingerprints and the same links`() throws {
        try story.liveThroughADay()
        let companies = try story.companies()
        let archives = try companies.map { try story.archive(of: $0) }
        try withEmptyDatabase { other in
            let office = story.office(on: other.connect())
            let scratch = try Scratch()
            for (companyID, archive) in zip(companies, archives) {
                let result = try ImportArchive(path: try scratch.file(archive)).run(in: office)
                #expect(result.companyID == companyID)
            }
            for table in ArchivedTable.all {
                #expect(
                    try story.rows(of: table, in: other) == (try story.rows(of: table, in: story.database)),
                    "\(table.name)"
                )
            }
            #expect(try VerifyLedger().run(in: office) == [:])
            let (before, after) = (story.reader, Store(other.connect()).reader)
            for companyID in companies {
                #expect(try after.registerHead(of: companyID) == (try before.registerHead(of: companyID)))
            }
            try linksOpen(in: other)
        }
    }

    @Test func `is refused where a part of it is, and changes nothing`() throws {
        let bill = try story.payableBill()
        let scratch = try Scratch()
        let path = try scratch.file(try story.archive(of: try story.companyID(of: bill)))
        #expect(throws: ArchiveRefusal.alreadyHere("users")) {
            try ImportArchive(path: path).run(in: story.office(on: story.database.connect()))
        }
    }

    @Test func `is refused when it was altered or is none`() throws {
        let bill = try story.payableBill()
        let scratch = try Scratch()
        let archive = try story.archive(of: try story.companyID(of: bill))
        let office = story.office(on: story.database.connect())
        let pdf = try #require(try story.reader.file(ofInvoice: bill.id)).pdf
        var altered = archive
        let place = try #require(altered.firstRange(of: pdf.prefix(64))?.lowerBound)
        altered[place + 40] ^= 1
        #expect(throws: (any Error).self) { try ImportArchive(path: try scratch.file(altered)).run(in: office) }
        for (path, cause) in [
            (try scratch.file(Array("PK no".utf8)), "archive_read_open_filename"), ("/nowhere", "nowhere"),
        ] {
            let refusal = #expect(throws: ArchiveRefusal.self) { try ImportArchive(path: path).run(in: office) }
            guard case .notOurs(let said) = refusal else { Issue.record("\(String(describing: refusal))"); continue }
            #expect(said.contains(cause), "\(said)")
        }
    }

    private func linksOpen(in other: TestDatabase) throws {
        let pages = Story(in: other)
        pages.now = story.now
        let tokens: [String] = try other.connect().rows("SELECT token FROM view_links").map { try $0["token"] }
        let quotes: [String] = try other.connect().rows("SELECT token FROM quote_links").map { try $0["token"] }
        #expect(!tokens.isEmpty && !quotes.isEmpty)
        for path in tokens.map({ "/f/" + $0 }) + quotes.map({ "/d/" + $0 }) {
            #expect(try Browser(pages).open(path).text == (try Browser(story).open(path).text))
        }
        for token in tokens.prefix(3) {
            let path = "/f/\(token)/facture.pdf"
            #expect(try Browser(pages).open(path).response.body == (try Browser(story).open(path).response.body))
        }
    }

    /// Lends a database beside this test's own, with the same schema and nothing in it.
    private func withEmptyDatabase(_ body: (TestDatabase) throws -> Void) throws {
        let server = Connection(DatabaseServer.settings())
        let other = TestDatabase(name: story.database.name + "_empty")
        try server.runUnprepared("DROP DATABASE IF EXISTS `\(other.name)`")
        try server.runUnprepared("CREATE DATABASE `\(other.name)` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")
        defer { try? server.runUnprepared("DROP DATABASE `\(other.name)`") }
        let migrator = Migrator(other.connect())
        _ = try migrator.apply(try Schema.migrations(), at: Story.start)
        try migrator.giveRights(try Schema.grants())
        try body(other)
    }
}

extension Story {
    fileprivate func companies() throws -> [Int64] {
        try database.connect().rows("SELECT id FROM companies ORDER BY id").map { try $0["id"] }
    }

    /// What a table holds of all companies, row by row.
    fileprivate func rows(of table: ArchivedTable, in database: TestDatabase) throws -> [String] {
        let reader = Store(database.connect()).reader
        let columns = try reader.archivedColumns(of: table)
        return try companies().flatMap { companyID -> [String] in
            var (rows, step): ([String], CompanyStep?) = ([], nil)
            while let more = try reader.archivedRows(table, columns, of: companyID, &step) { rows += more }
            return rows
        }.sorted()
    }
}
