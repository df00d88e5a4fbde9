import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct Issuing {
    let story = Story()
    let freelancer: Freelancer
    let client: Int64

    init() throws {
        freelancer = try story.freelancer()
        client = try story.client(of: freelancer)
    }

    @Test func `fifty invoices at once gives fifty numbers in a row`() throws {
        let drafts = try (0..<50).map { _ in try story.draft(for: client, of: freelancer) }
        let (database, now, companyID) = (story.database, story.now, freelancer.companyID)
        let outcomes = race(10) { runner in
            let office = Story.office(on: database.connect(as: .dashboard), at: now, seed: runner)
            return try drafts[(runner * 5)..<(runner * 5 + 5)].map { draft in
                try IssueInvoice(companyID: companyID, invoiceID: draft, offersOnlinePayment: true)
                    .run(in: office).sequence
            }
        }
        #expect(try outcomes.flatMap { try $0.get() }.sorted() == Array(1...50))
    }

    @Test func `cut off at any statement leaves no hole`() throws {
        let settings = story.database.settings(as: .dashboard)
        var draft = try story.draft(for: client, of: freelancer)
        for number in 1...200 {
            let wire = try CutWire(to: settings, at: number, .after)
            defer { wire.close() }
            let office = story.office(on: Connection(wire.settings(from: settings)))
            do {
                _ = try IssueInvoice(companyID: freelancer.companyID, invoiceID: draft, offersOnlinePayment: true)
                    .run(in: office)
            } catch let error as DatabaseError {
                #expect(error.isUnavailable)
            }
            let isIssued = try story.reader.issuedInvoice(draft) != nil
            if isIssued { draft = try story.draft(for: client, of: freelancer) }
            guard wire.isCut else { break }
        }
        let issued = try story.reader.invoices(of: freelancer.companyID).rows.compactMap(\.invoice.number).sorted()
        #expect(issued.count >= 2)
        #expect(issued == (1...issued.count).map { "F-2026-000\($0)" })
    }

    @Test func `one draft twice at once gives one number`() throws {
        let draft = try story.draft(for: client, of: freelancer)
        let (database, now, companyID) = (story.database, story.now, freelancer.companyID)
        let outcomes = race(4) { runner in
            let office = Story.office(on: database.connect(as: .dashboard), at: now, seed: runner)
            return try IssueInvoice(companyID: companyID, invoiceID: draft, offersOnlinePayment: true).run(in: office)
        }
        #expect(outcomes.count { (try? $0.get()) != nil } == 1)
        #expect(try story.count("view_links") == 1)
    }

    @Test func `of what was saved again after the last look is refused`() throws {
        let draft = try story.draft(for: client, of: freelancer)
        let browser = Browser(story, of: freelancer)
        let look = try browser.open("/factures/\(draft)/finaliser")
        let other = SavedDraft(
            clientID: client,
            subject: "",
            lines: [.work, .work],
            suppliedOn: nil,
            paymentTermDays: 30
        )
        try story.rewrite(draft, of: freelancer, to: other)
        let path = "/factures/\(draft)/finaliser"
        for seen in [look.seen, []] {
            let refused = try browser.send(path, [("online_payment", "oui")] + seen)
            #expect(refused.status == 422 && refused.text.contains("modifié dans une autre fenêtre"))
        }
        let issued = try browser.send(path, [("online_payment", "oui")] + browser.open(path).seen)
        #expect(issued.status == 200)
        #expect(try story.reader.invoice(draft, of: freelancer.companyID)?.number == "F-2026-0001")
    }

    @Test func `begins at 1 again each year, by the calendar in Paris`() throws {
        story.now = Instant(seconds: 1_798_757_940)  // 31 December 2026, 23:59 in Paris.
        #expect(try issue().text == "F-2026-0001")
        story.wait(seconds: 120)
        #expect(try issue().text == "F-2027-0001")
    }

    @Test func `never goes back to an earlier day`() throws {
        _ = try issue()
        story.wait(seconds: -86_400)
        #expect(throws: IssueRefusal.dateWouldGoBackwards) { try issue() }
        story.wait(seconds: 86_400)
        #expect(try issue().sequence == 2)
    }

    @Test func `without a line says so, and takes no number`() throws {
        let empty = try story.draft([], for: client, of: freelancer)
        #expect(throws: IssueRefusal.noLine) { try story.issue(empty, of: freelancer) }
        #expect(try issue().sequence == 1)
    }

    @Test func `freezes what the page says, whatever becomes of client and company`() throws {
        let bill = try story.issue(try story.draft(for: client, of: freelancer), of: freelancer)
        let (page, frozen) = (try text(of: bill), try story.reader.issuedInvoice(bill.id))
        try story.rewrite(client: client, of: freelancer, to: .person)
        try story.rewrite(freelancer, to: .paul, paymentTermDays: 7)
        #expect(try text(of: bill) == page)
        #expect(try story.reader.issuedInvoice(bill.id) == frozen)
    }

    @Test func `ends every way to change or remove the draft`() throws {
        let bill = try story.issue(try story.draft(for: client, of: freelancer), of: freelancer)
        let office = story.office(of: .dashboard)
        let draft = SavedDraft(clientID: client, subject: "x", lines: [], suppliedOn: nil, paymentTermDays: 0)
        #expect(throws: InvoiceRefusal.alreadyIssued) {
            try SaveDraft(companyID: freelancer.companyID, draft: draft, from: .saved(bill.id)).run(in: office)
        }
        #expect(throws: InvoiceRefusal.alreadyIssued) {
            try RemoveDraft(companyID: freelancer.companyID, invoiceID: bill.id).run(in: office)
        }
        #expect(throws: IssueRefusal.alreadyIssued) { try story.issue(bill.id, of: freelancer) }
    }

    @Test func `ends every form that is sent directly`() throws {
        let bill = try story.issue(try story.draft(for: client, of: freelancer), of: freelancer)
        let (page, browser) = (try text(of: bill), Browser(story, of: freelancer))
        try browser.open("/factures")
        let line = [
            ("client", "\(client)"), ("payment_term_days", "1"), ("designation", "x"), ("quantity", "1"),
            ("price", "1"),
        ]
        #expect(try browser.send("/factures/\(bill.id)", line).status == 409)
        #expect(try browser.send("/factures/\(bill.id)/supprimer").status == 409)
        #expect(try browser.send("/factures/\(bill.id)/finaliser").status == 409)
        #expect(try text(of: bill) == page)
    }

    private func issue() throws -> InvoiceNumber {
        try story.issue(try story.draft(for: client, of: freelancer), of: freelancer).number
    }

    private func text(of bill: Bill) throws -> String {
        try Browser(story).open("/f/\(bill.link.text)").text
    }
}
