import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `A schedule` {
    let story = Story()
    let freelancer: Freelancer
    let client: Int64

    init() throws {
        freelancer = try story.freelancer()
        client = try story.client(of: freelancer)
    }

    private func begin(
        _ mode: SavedSchedule.Mode = .send,
        _ unit: Rhythm.Unit = .month,
        _ end: Rhythm.End = .never,
        for other: Int64? = nil
    ) throws -> Int64 {
        let rhythm = Rhythm(every: 1, unit: unit, first: story.now.parisDay, end: end)
        return try story.schedule(rhythm, mode, for: other ?? client, of: freelancer)
    }

    private func schedule(_ id: Int64) throws -> Schedule {
        try #require(try story.reader.schedule(id, of: freelancer.companyID))
    }

    private func kinds() throws -> [Notification.Kind] {
        try story.reader.notifications(of: freelancer.companyID).map(\.kind)
    }

    @Test func `issues and sends on its day, once however often the worker looks`() throws {
        let id = try begin()
        for _ in 1...3 { try story.makeDueInvoices() }
        try story.doErrands()
        let made = try story.reader.occurrences(of: id)
        #expect(made.map(\.number) == ["F-2026-0001"])
        #expect(story.mails.count == 1)
        #expect(story.mails.first?.text.replacing("=\r\n", with: "").contains("/f/") == true)
        #expect(try schedule(id).nextOn == Day(iso: "2026-12-18"))
        #expect(try kinds() == [.occurrenceSent])
    }

    @Test func `that is changed ends, and another goes on in its place`() throws {
        let former = try begin(.draft)
        try story.makeDueInvoices()
        let other = SavedDraft(
            clientID: client,
            subject: "Maintenance étendue",
            lines: [.work, .work],
            suppliedOn: nil,
            paymentTermDays: 15
        )
        let next = try #require(try schedule(former).nextOn)
        let new = try SaveSchedule(
            companyID: freelancer.companyID,
            schedule: SavedSchedule(
                draft: other,
                mode: .draft,
                rhythm: Rhythm(every: 1, unit: .month, first: next, end: .never)
            ),
            from: .saved(former),
            seen: try Edition(of: try schedule(former), story.reader)
        ).run(in: story.office(of: .dashboard))
        #expect(try schedule(former).state == .stopped)
        #expect(try story.reader.occurrences(of: former).count == 1)
        #expect(try schedule(new).nextOn == next)
        try story.makeDueInvoices()
        #expect(try story.reader.occurrences(of: new).isEmpty)
    }

    @Test func `leaves a draft when it was told so`() throws {
        let id = try begin(.draft)
        try story.makeDueInvoices()
        let invoice = try #require(try story.reader.occurrences(of: id).first?.invoiceID)
        #expect(try story.reader.draft(invoice, of: freelancer.companyID)?.lines == [.work])
        #expect(try kinds() == [.occurrenceDrafted])
    }

    @Test func `makes nothing before its day in Paris`() throws {
        let id = try begin(.draft)
        try story.makeDueInvoices()
        // The last hour of 17 December in Paris, then its end.
        story.now = Instant(seconds: 1_797_548_399)
        try story.makeDueInvoices()
        #expect(try story.reader.occurrences(of: id).count == 1)
        story.wait(seconds: 1)
        try story.makeDueInvoices()
        #expect(try story.reader.occurrences(of: id).count == 2)
    }

    @Test func `ends with its last invoice`() throws {
        let id = try begin(.draft, .week, .after(1))
        try story.makeDueInvoices()
        #expect(try schedule(id).state == .stopped)
    }

    @Test func `makes up for three missed days, and with more waits for its freelancer`() throws {
        let id = try begin(.draft, .week)
        story.wait(seconds: 15 * 86_400)
        for _ in 1...9 { try story.makeDueInvoices() }
        #expect(try story.reader.occurrences(of: id).count == 3)
        story.wait(seconds: 29 * 86_400)
        try story.makeDueInvoices()
        #expect(try schedule(id).state == .paused && schedule(id).trouble == .tooLate)
        #expect(try kinds().first == .schedulePaused)
    }

    @Test func `that cannot issue pauses, takes no number and leaves no draft`() throws {
        let id = try begin(.send, for: try story.client(.person, of: freelancer))
        try story.makeDueInvoices()
        #expect(try schedule(id).trouble == .noAddress)
        #expect(try story.reader.occurrences(of: id).isEmpty)
        #expect(try story.reader.invoices(of: freelancer.companyID).rows.isEmpty)
        #expect(try story.bill(from: freelancer).number.text == "F-2026-0001")
    }

    @Test func `that is paused makes nothing, and resumed goes on with the next day to come`() throws {
        let id = try begin(.draft, .week)
        let office = story.office(of: .dashboard)
        try ChangeSchedule(companyID: freelancer.companyID, scheduleID: id, .pause).run(in: office)
        story.wait(seconds: 10 * 86_400)
        try story.makeDueInvoices()
        #expect(try story.reader.occurrences(of: id).isEmpty)
        try ChangeSchedule(companyID: freelancer.companyID, scheduleID: id, .resume).run(in: office)
        #expect(try schedule(id).nextOn == Day(iso: "2026-12-02"))
    }

    @Test func `of another company cannot be changed`() throws {
        let stranger = try story.freelancer("paul@exemple.fr")
        let id = try begin()
        #expect(throws: NotFound()) {
            try ChangeSchedule(companyID: stranger.companyID, scheduleID: id, .stop).run(
                in: story.office(of: .dashboard)
            )
        }
    }

    @Test func `that many windows begin at once from one form, or replace at once, goes on once`() throws {
        let rhythm = Rhythm(every: 1, unit: .month, first: story.now.parisDay, end: .never)
        let (client, companyID) = (client, freelancer.companyID)
        @Sendable func save(_ runner: Int, _ origin: FormOrigin, seen: Edition? = nil) -> SaveSchedule {
            let draft = SavedDraft(
                clientID: client,
                subject: "\(runner)",
                lines: [.work],
                suppliedOn: nil,
                paymentTermDays: 30
            )
            let schedule = SavedSchedule(draft: draft, mode: .draft, rhythm: rhythm)
            return SaveSchedule(companyID: companyID, schedule: schedule, from: origin, seen: seen)
        }
        let (database, now) = (story.database, story.now)
        let begun = race(4) { runner in
            try save(0, .form(sha256([1]))).run(
                in: Story.office(on: database.connect(as: .dashboard), at: now, seed: runner)
            )
        }
        let ids = begun.compactMap { try? $0.get() }
        #expect(ids.count == 4 && Set(ids).count == 1)
        let former = try #require(ids.first)
        let seen = try Edition(of: try schedule(former), story.reader)
        let replaced = race(4) { runner in
            try save(runner + 1, .saved(former), seen: seen)
                .run(in: Story.office(on: database.connect(as: .dashboard), at: now, seed: runner))
        }
        #expect(replaced.count { (try? $0.get()) != nil } == 1)
        #expect(
            try story.reader.schedules(of: freelancer.companyID, before: nil, limit: 9).map(\.state) == [
                .active, .stopped,
            ]
        )
    }

    @Test func `says in a sentence what will happen`() throws {
        let id = try begin(.send, .month, .after(3))
        let text = try Browser(story, of: freelancer).open("/recurrentes/\(id)").text
        let sentence =
            "Le 18 de chaque mois, NeedMe émettra et enverra à Atelier Durand une facture de 1\u{202F}350,00\u{202F}€\u{202F}; "
            + "la prochaine le 18/11/2026, 3 fois en tout."
        #expect(text.contains(sentence))
    }
}
