import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// What was accepted is asked for once: its deposits and its balance stay its own.
@Suite(.database(.needme)) struct `The deposits and the balance of a quote` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser

    init() throws {
        freelancer = try story.freelancer()
        browser = Browser(story, of: freelancer)
    }

    private func accepted() throws -> SentOffer {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        return offer
    }

    private func deposit(_ cents: Int64, on offer: SentOffer) throws -> Int64 {
        let office = story.office(of: .dashboard)
        let key = Token.random(from: office.outside)
        return try InvoiceDeposit(companyID: freelancer.companyID, quoteID: offer.id, amount: Cents(cents), key: key)
            .run(in: office)
    }

    private func paidDeposit(_ cents: Int64, on offer: SentOffer) throws -> Bill {
        let bill = try story.issue(deposit(cents, on: offer), of: freelancer)
        try story.receive(try #require(try story.reader.issuedInvoice(bill.id)).payable, for: bill)
        return bill
    }

    private func saved(_ id: Int64) throws -> SavedDraft {
        try #require(try story.reader.draft(id, of: freelancer.companyID))
    }

    private func fields(of draft: SavedDraft) -> [(String, String)] {
        [
            ("client", "\(draft.clientID)"), ("kind", draft.kind.rawValue), ("payment_term_days", "30"),
            ("designation", "Acompte"), ("quantity", "1"), ("price", "100"),
        ]
    }

    @Test func `are brought together on the quote, where a paid deposit leads`() throws {
        let offer = try accepted()
        let bill = try paidDeposit(15_000, on: offer)
        let page = try browser.open("/factures/\(bill.id)").text
        #expect(page.contains("href=\"/devis/\(offer.id)\">Facturer le solde depuis le devis"))
        #expect(!page.contains("acompte=\(bill.id)"))
        #expect(try browser.open("/factures/nouvelle?acompte=\(bill.id)").path == "/devis/\(offer.id)")
    }

    @Test func `are taken off by no invoice that is not the quote's`() throws {
        let offer = try accepted()
        let bill = try paidDeposit(15_000, on: offer)
        let client = try #require(try story.reader.quote(offer.id, of: freelancer.companyID)).clientID
        let box = "name=\"deposit\" value=\"\(bill.id)\""
        #expect(try !browser.open("/factures/nouvelle?client=\(client)").text.contains(box))
        let forged = SavedDraft(
            clientID: client,
            subject: "",
            lines: [.work],
            suppliedOn: nil,
            paymentTermDays: 30,
            depositIDs: [bill.id]
        )
        let other = try story.draft(for: client, of: freelancer)
        try story.rewrite(other, of: freelancer, to: forged)
        #expect(throws: IssueRefusal.depositUnavailable(bill.number)) { try story.issue(other, of: freelancer) }
        try browser.send("/devis/\(offer.id)/facturer")
        let balance = try #require(try story.reader.invoices(ofQuote: offer.id).last).invoiceID
        #expect(try browser.open("/factures/\(balance)").text.contains(box))
        _ = try story.issue(balance, of: freelancer)
        #expect(try story.reader.issuedInvoice(balance)?.payable == Cents(120_000))
    }

    @Test(arguments: [true, false]) func `stay of their kind and of their client`(isDeposit: Bool) throws {
        let offer = try accepted()
        let id =
            try isDeposit
            ? deposit(15_000, on: offer)
            : InvoiceQuote(companyID: freelancer.companyID, quoteID: offer.id).run(in: story.office(of: .dashboard))
        let (draft, address) = (try saved(id), "/factures/\(id)")
        let other = try story.client(of: freelancer)
        let page = try browser.open(address)
        #expect(!page.text.contains("<select id=\"kind\"") && !page.text.contains("<select id=\"client\""))
        #expect(page.text.contains("name=\"kind\" value=\"\(draft.kind.rawValue)\""))
        #expect(page.text.contains("name=\"client\" value=\"\(draft.clientID)\""))
        let kind = isDeposit ? "invoice" : "deposit"
        for (field, value, sentence) in [
            ("kind", kind, "La sorte de facture est celle que le devis D-2026-0001 a donnée"),
            ("client", "\(other)", "Le client est celui du devis D-2026-0001"),
        ] {
            let forged = fields(of: draft).filter { $0.0 != field } + [(field, value)] + page.seen
            let answer = try browser.send(address, forged)
            #expect(answer.status == 422 && answer.text.contains(sentence), "\(field)")
            #expect(try saved(id) == draft, "\(field)")
        }
        let sound = try browser.send(address, fields(of: draft) + page.seen)
        #expect(sound.status == 200)
        #expect(try saved(id).lines.map(\.net) == [Cents(10_000)])
    }

    @Test(arguments: [true, false]) func `are not issued as another kind, or to another client`(isKind: Bool) throws {
        let id = try deposit(15_000, on: try accepted())
        let draft = try saved(id)
        let other = try story.client(of: freelancer)
        try story.forge(
            isKind
                ? "UPDATE invoices SET kind = 'invoice' WHERE id = \(id)"
                : "UPDATE invoices SET client_id = \(other) WHERE id = \(id)"
        )
        let number = "D-2026-0001"
        #expect(throws: isKind ? IssueRefusal.otherKindThanQuoted(number) : .otherClientThanQuoted(number)) {
            try story.issue(id, of: freelancer)
        }
        #expect(try browser.open("/factures/\(id)/finaliser").text.contains("devis D-2026-0001"))
        let page = try browser.open("/factures/\(id)")
        try browser.send("/factures/\(id)", fields(of: draft) + page.seen)
        _ = try story.issue(id, of: freelancer)
    }
}
