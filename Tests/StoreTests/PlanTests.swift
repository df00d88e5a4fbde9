import Accounting
import Dashboard
import Foundation
import MariaDB
import Operations
import OperationsTestSupport
import TestSupport
import Testing
import Web

@testable import Store

/// How the database finds what list pages show, once there is much of it.
@Suite(.database(.needme)) struct `A list page` {
    let story = Story()

    @Test func `reads what it shows by an index, without sorting what it does not show`() throws {
        let clerk = try Clerk(story)
        for path in Clerk.lists { #expect(try clerk.objections(to: path) == [], "\(path)") }
    }

    @Test func `of one client reads what it shows by an index, however many invoices they have`() throws {
        let clerk = try Clerk(story)
        let client = try clerk.busiestClient
        for path in ["/clients/\(client)", "/factures?client=\(client)", "/factures?client=\(client)&q=29&etat=payees"]
        {
            #expect(try clerk.objections(to: path) == [], "\(path)")
        }
        let found = try story.reader.invoices(InvoiceSelection(ofClient: client), of: clerk.companyID, limit: 10_000)
            .rows
        #expect(
            found.count == (try clerk.rows(of: try clerk.walk(from: "/factures?client=\(client)", by: "next")).count)
        )
        #expect(found.count > 30 && found.allSatisfy { $0.invoice.clientID == client })
    }

    @Test func `would be found out without its index`() throws {
        let clerk = try Clerk(story)
        let administrator = story.database.connect()
        try administrator.runUnprepared("DROP INDEX newest_notifications ON notifications")
        defer {
            #expect(throws: Never.self) {
                try administrator.runUnprepared("CREATE INDEX newest_notifications ON notifications (company_id, id)")
            }
        }
        #expect(try clerk.objections(to: "/notifications") != [])
    }

    @Test func `has every invoice once, whichever way one walks through it`() throws {
        let clerk = try Clerk(story)
        for path in ["/factures", "/factures?tri=montant", "/factures?etat=a-encaisser", "/factures?q=29"] {
            let forwards = try clerk.walk(from: path, by: "next")
            let backwards = try clerk.walk(from: forwards.last, by: "prev")
            let (there, back) = (try clerk.rows(of: forwards), try clerk.rows(of: backwards.reversed()))
            #expect(there == back)
            #expect(Set(there).count == there.count && there.count > 50, "\(path)")
        }
        #expect(try clerk.rows(of: try clerk.walk(from: "/factures", by: "next")).count == Clerk.large)
    }

    @Test func `counts each invoice where it is listed`() throws {
        let clerk = try Clerk(story)
        let counts = try story.reader.invoiceCounts(of: clerk.companyID, on: story.now.parisDay)
        let cancelled = try story.reader.cancelledInvoiceCount(of: clerk.companyID)
        func count(_ folder: InvoiceSelection.Folder) throws -> Int {
            try story.reader.invoices(InvoiceSelection(folder), of: clerk.companyID, limit: 10_000).rows.count
        }
        #expect(try count(.all) == counts.all)
        #expect(try count(.drafts) == counts.drafts)
        #expect(try count(.awaited) == counts.awaited)
        #expect(try count(.overdue(on: story.now.parisDay)) == counts.overdue)
        #expect(try count(.paid) == counts.paid(cancelled: cancelled))
        #expect(try count(.cancelled) == cancelled)
        #expect(min(counts.drafts, counts.overdue, counts.awaited - counts.overdue, cancelled) > 0)
    }
}

/// Reads every list of a company that has many invoices, and looks over the database's shoulder.
private final class Clerk {
    static let large = 2_000
    static let lists =
        ["", "brouillons", "a-encaisser", "en-retard", "payees", "annulees"].flatMap { chip in
            [
                "", "&tri=echeance", "&tri=echeance-lointaine", "&tri=emission", "&tri=montant", "&periode=2026-06",
                "&periode=2025&tri=emission", "&q=29", "&q=F-2026-12", "&q=durand",
            ].map { "/factures?etat=\(chip)\($0)" }
        } + [
            "/", "/factures/avoirs", "/clients", "/clients?q=durand", "/notifications",
            "/notifications/e-mails-non-remis", "/relances", "/devis",
            "/devis?etat=acceptes", "/devis?etat=expires", "/devis?q=durand", "/recurrentes", "/registre",
            "/registre?periode=2025",
            "/clients?etat=archives", "/factures/nouvelle", "/devis/nouveau",
        ]

    let companyID: Int64
    private let recorder: Recorder
    private let dashboard: Dashboard
    private let cookie: String

    init(_ story: Story) throws {
        let freelancer = try story.freelancer()
        companyID = freelancer.companyID
        cookie = "__Host-session=\(freelancer.session.text)"
        let administrator = story.database.connect()
        try administrator.runUnprepared(
            """
            SET @company = \(companyID), @companies = 21, @large = \(Self.large), @small = 400,
                @today = '\(story.now.parisDay.iso)'
            """
        )
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Benchmarks/many.sql").standardizedFileURL
        for statement in SQLScript.statements(of: try String(contentsOf: script, encoding: .utf8)) {
            try administrator.runUnprepared(statement)
        }
        recorder = Recorder(story.database.connect(as: .dashboard))
        dashboard = Dashboard(
            office: story.office(of: .dashboard),
            reader: StoreReader(recorder),
            assets: Assets(stylesheet: "/static/style.css", script: "/static/script.js"),
            connectsExistingAccounts: false,
            siteOperator: .fictitious
        )
    }

    /// The client with the most invoices.
    var busiestClient: Int64 {
        get throws {
            let row = try recorder.connection.row(
                """
                SELECT client_id FROM invoices WHERE company_id = \(companyID)
                GROUP BY client_id ORDER BY COUNT(*) DESC LIMIT 1
                """
            )
            return try #require(row)["client_id"]
        }
    }

    /// What is wrong with how the database finds what a page shows, and the page after it.
    func objections(to path: String) throws -> [String] {
        recorder.statements = []
        for page in try walk(from: path, by: "next", atMost: 2) { #expect(try text(of: page) != "") }
        let statements = recorder.statements
        try #require(!statements.isEmpty)
        return try statements.flatMap { statement in
            try Plan(of: statement, by: recorder).objections.map { "\($0): \(statement.text)" }
        }
    }

    /// The addresses of a page and of those that its links of a relation lead to.
    func walk(from path: String?, by relation: String, atMost limit: Int = .max) throws -> [String] {
        var paths = [try #require(path)]
        while paths.count < limit,
            let next = try text(of: paths[paths.count - 1]).after("rel=\"\(relation)\" href=\"")?.before("\"")
        {
            paths.append(next.replacing("&amp;", with: "&"))
        }
        return paths
    }

    /// The invoices that some pages list.
    func rows(of paths: [String]) throws -> [String] {
        try paths.flatMap { path in
            try text(of: path).matches(of: /class="number"><a href="([^"]*)"/).map { String($0.output.1) }
        }
    }

    private func text(of path: String) throws -> String {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        var request = Request(.get, parts[0])
        request.query = Form(encoded: Array((parts.count > 1 ? parts[1] : "").utf8))
        request.headers.add("cookie", cookie)
        let response = try dashboard.respond(to: request)
        try #require(response.status == 200, "\(path)")
        return String(decoding: response.body, as: UTF8.self)
    }
}

/// Notes what is read on the way to a connection.
final class Recorder: SQLRunner {
    let connection: Connection
    var statements: [SQL] = []

    init(_ connection: Connection) {
        self.connection = connection
    }

    func rows(_ sql: SQL) throws(DatabaseError) -> [Row] {
        statements.append(sql)
        return try connection.rows(sql)
    }

    func execute(_ sql: SQL) throws(DatabaseError) -> Outcome { try connection.execute(sql) }
}

/// How the database means to answer a statement, as EXPLAIN says it.
struct Plan {
    /// What a page may read or sort without an index.
    private static let few = 400

    private(set) var objections: [String] = []

    init(of statement: SQL, by recorder: Recorder) throws {
        let row = try #require(try recorder.connection.row("EXPLAIN FORMAT=JSON \(statement)"))
        let text: String = try row["EXPLAIN"]
        try look(at: try JSONSerialization.jsonObject(with: Data(text.utf8)), isSorted: false)
    }

    private mutating func look(at node: Any, isSorted: Bool) throws {
        if let list = node as? [Any] {
            for part in list { try look(at: part, isSorted: isSorted) }
        } else if let node = node as? [String: Any] {
            if let table = node["table_name"] as? String, let access = node["access_type"] as? String {
                let rows = node["rows"] as? Int ?? 0
                let isWhole = ["ALL", "index"].contains(access)
                // A table whose name is in <> is a result of the statement itself: what it is made of has LIMITs.
                if (isWhole || isSorted) && rows > Self.few && !table.hasPrefix("<") {
                    objections.append("\(isSorted ? "sorts" : "scans") \(rows) rows of \(table)")
                }
            }
            for (name, part) in node {
                let isSorting = name == "filesort" || name == "read_sorted_file"
                // What is joined or derived inside is looked at for itself.
                let isInner = name == "materialized" || name == "subqueries"
                try look(at: part, isSorted: (isSorted || isSorting) && !isInner)
            }
        }
    }
}
