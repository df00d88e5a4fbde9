import Accounting
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The end of a closed company` {
    let story = Story()

    @Test func `leaves nothing of it, whatever it had, however many workers come`() throws {
        try story.liveThroughADay()
        let before = try filledTables()
        for table in ["register_lines", "issued_deposits", "credit_note_files", "payout_lines", "sent_quotes", "logos"]
        {
            #expect(before.contains(table))
        }
        // Of nobody's company: what Stripe told of accounts that are none of ours, and who has only signed up.
        try story.forge(
            "DELETE FROM stripe_events WHERE COALESCE(account, '') NOT IN (SELECT account FROM stripe_accounts)"
        )
        try story.forge("DELETE FROM users WHERE id NOT IN (SELECT owner_id FROM companies)")
        try story.endEveryCompany()
        let (database, now) = (story.database, story.now)
        for outcome in race(
            3,
            { seed in
                for _ in 1...3 {
                    try PurgeCompanies().run(in: Story.office(on: database.connect(as: .work), at: now, seed: seed))
                }
            }
        ) {
            try outcome.get()
        }
        try story.purge()
        try ForgetSessions().run(in: story.office(of: .work))
        // Work in hand says whose it is to nobody.
        let left = try filledTables().subtracting(["outbox", "throttles", "schema_migrations"])
        #expect(left == [], "\(left)")
    }

    @Test func `comes the day after the last of its documents was kept, and to nobody else`() throws {
        let (early, open) = (try story.freelancer(), try story.freelancer("paul@exemple.fr"))
        let (first, mine) = (try story.bill(from: early), try story.bill(from: open))
        try close(early)
        story.wait(seconds: 365 * 86_400)
        let late = try story.freelancer("zoe@exemple.fr")
        let last = try story.bill(from: late)
        try close(late)
        story.now = Instant(seconds: try #require(Day(year: 2036, month: 12, day: 31)).number * 86_400 + 86_399)
        try story.purge()
        #expect(try [first, last, mine].map(isShown) == [true, true, true])
        story.wait(seconds: 1)
        try story.purge()
        #expect(try [first, last, mine].map(isShown) == [false, true, true])
        #expect(try story.reader.file(ofInvoice: last.id) != nil)
        #expect(try companies() == [open.companyID, late.companyID])
        #expect(try VerifyLedger().run(in: story.office(on: story.database.connect())) == [:])
    }

    @Test func `comes at once when the law asks for nothing, but not while a quote that was accepted is kept`() throws {
        let (idle, bound) = (try story.freelancer(), try story.freelancer("paul@exemple.fr"))
        _ = try story.offer(from: idle)
        try story.accept(try story.offer(from: bound))
        for person in [idle, bound] { try close(person) }
        try story.purge()
        #expect(try companies() == [bound.companyID])
    }

    private func close(_ person: Freelancer) throws {
        try EraseAccount(userID: person.userID, companyID: person.companyID, password: Story.password, code: "")
            .run(in: story.office(of: .dashboard))
    }

    private func isShown(_ bill: Bill) throws -> Bool { try Browser(story).open("/f/\(bill.link.text)").status == 200 }

    private func companies() throws -> [Int64] {
        try story.database.connect().rows("SELECT id FROM companies ORDER BY id").map { try $0["id"] }
    }

    private func filledTables() throws -> Set<String> {
        let connection = story.database.connect()
        let tables: [String] = try connection.rows(
            """
            SELECT TABLE_NAME AS name FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = \(story.database.name) AND TABLE_TYPE = 'BASE TABLE'
            """
        ).map { try $0["name"] }
        return Set(
            try tables.filter { try connection.row("SELECT 1 AS one FROM \(SQL(name: $0)) LIMIT 1") != nil }
        )
    }
}
