import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// What is not issued yet, after its seller has begun to charge VAT, or ceased to: 1 350,00 € without it, 1 620,00 € with 20 %.
@Suite(.database(.needme)) struct `A change of the regime of VAT` {
    let story = Story()
    let freelancer: Freelancer
    let client: Int64
    let browser: Browser

    init() throws {
        freelancer = try story.freelancer()
        client = try story.client(of: freelancer)
        browser = Browser(story, of: freelancer)
    }

    private let free = Cents(135_000)
    private let taxed = Cents(162_000)

    private func become(_ seller: Seller) throws {
        try story.rewrite(freelancer, to: seller)
    }

    private static let work = InvoiceLine.work.with(vat: .rate(.normal))

    private func total(of invoice: Int64) throws -> Cents? {
        try story.reader.invoice(invoice, of: freelancer.companyID)?.total
    }

    private func offer(_ line: InvoiceLine) throws -> Int64 {
        let quote = SavedQuote(
            clientID: client,
            subject: "",
            reference: "",
            lines: [line],
            validUntil: story.now.parisDay.adding(days: 30),
            conditions: ""
        )
        return try SaveQuote(companyID: freelancer.companyID, quote: quote, from: story.newForm)
            .run(in: story.office(of: .dashboard))
    }

    private func repeating(_ mode: SavedSchedule.Mode) throws -> Int64 {
        let rhythm = Rhythm(every: 1, unit: .month, first: story.now.parisDay, end: .never)
        return try story.schedule(rhythm, mode, for: client, of: freelancer)
    }

    @Test func `to VAT asks a draft for the rate of each line, and then lets it be issued`() throws {
        let draft = try story.draft(for: client, of: freelancer)
        try become(.paul)
        #expect(try total(of: draft) == taxed)
        let page = try browser.open("/factures/\(draft)").text
        let sentence = "le total passe de 1\u{202F}350,00\u{202F}€ à 1\u{202F}620,00\u{202F}€. Choisissez le taux"
        #expect(page.contains(sentence))
        #expect(page.contains("data-total=\"due\">1\u{202F}620,00\u{202F}€"))
        let refused = try browser.open("/factures/\(draft)/finaliser").text
        #expect(refused.contains("choisissez le taux de chaque ligne"))
        #expect(!refused.contains("Finaliser la facture</button>"))
        let form = [
            ("client", "\(client)"), ("kind", "invoice"), ("payment_term_days", "30"), ("designation", "Intégration"),
            ("quantity", "3"), ("price", "450"), ("vat", "1000"), ("action", "save"),
            try seen(on: "/factures/\(draft)"),
        ]
        let saved = try browser.send("/factures/\(draft)", form)
        #expect(saved.status == 200 && !saved.text.contains("passe de"))
        let bill = try story.issue(draft, of: freelancer)
        #expect(try story.reader.issuedInvoice(bill.id)?.payable == Cents(148_500))
    }

    @Test func `to the franchise takes the VAT off a draft, which says so and can be issued at once`() throws {
        try become(.paul)
        let draft = try story.draft([Self.work], for: client, of: freelancer)
        try become(.jeanne)
        #expect(try total(of: draft) == free)
        let sentence = "sans TVA, le total passe de 1\u{202F}620,00\u{202F}€ à 1\u{202F}350,00\u{202F}€."
        for page in ["", "/finaliser"] {
            #expect(try browser.open("/factures/\(draft)\(page)").text.contains(sentence), "\(page)")
        }
        let bill = try story.issue(draft, of: freelancer)
        #expect(try story.reader.issuedInvoice(bill.id)?.lines == [.work])
    }

    @Test func `that is taken back has lost nothing`() throws {
        try become(.paul)
        let reduced = InvoiceLine.work.with(vat: .rate(.reduced))
        let draft = try story.draft([reduced], for: client, of: freelancer)
        let before = try total(of: draft)
        try become(.jeanne)
        try become(.paul)
        #expect(try total(of: draft) == before)
        #expect(try story.issue(draft, of: freelancer).number.sequence == 1)
    }

    @Test func `keeps from issuing an amount that nobody has looked at`() throws {
        try become(.paul)
        let draft = try story.draft([Self.work], for: client, of: freelancer)
        let seen = try seen(on: "/factures/\(draft)/finaliser")
        try become(.jeanne)
        let page = try browser.send("/factures/\(draft)/finaliser", [("online_payment", "non"), seen])
        #expect(page.status == 422 && page.text.contains("modifié dans une autre fenêtre"))
        #expect(try story.reader.draft(draft, of: freelancer.companyID) != nil)
    }

    /// The edition that a form says its author saw.
    private func seen(on page: String) throws -> (String, String) {
        ("lu", try #require(try browser.open(page).text.after("name=\"lu\" value=\"")?.before("\"")))
    }

    @Test func `to the franchise offers a quote without VAT`() throws {
        try become(.paul)
        let quote = try offer(Self.work)
        try become(.jeanne)
        #expect(try story.reader.quote(quote, of: freelancer.companyID)?.total == free)
        #expect(try browser.open("/devis/\(quote)").text.contains("sans TVA, le total passe de"))
        try SendQuote(companyID: freelancer.companyID, quoteID: quote, mail: nil).run(in: story.office(of: .dashboard))
        #expect(try story.reader.sentQuote(quote)?.document.lines == [.work])
    }

    @Test func `to VAT asks a quote for the rate of each line`() throws {
        let quote = try offer(.work)
        try become(.paul)
        #expect(try story.reader.quote(quote, of: freelancer.companyID)?.total == taxed)
        #expect(try browser.open("/devis/\(quote)").text.contains("Choisissez le taux de chaque ligne"))
        #expect(throws: IssueRefusal.vatMismatch) {
            try SendQuote(companyID: freelancer.companyID, quoteID: quote, mail: nil)
                .run(in: story.office(of: .dashboard))
        }
    }

    @Test(arguments: SavedSchedule.Mode.allCases)
    func `to VAT leaves a recurring invoice as a draft, and tells its freelancer why`(mode: SavedSchedule.Mode) throws {
        let id = try repeating(mode)
        try become(.paul)
        #expect(try story.reader.schedule(id, of: freelancer.companyID)?.total == taxed)
        let page = try browser.open("/recurrentes/\(id)").text
        #expect(page.contains("chaque facture passe de") && page.contains("préparera pour"))
        #expect(!page.contains("émettra et enverra"), "Nothing is sent until the rates are chosen.")
        #expect(try browser.open("/recurrentes").text.contains("Taux de TVA à choisir"))
        #expect(try browser.open("/").text.contains("récurrente, taux de TVA à choisir"))
        try story.makeDueInvoices()
        let made = try #require(try story.reader.occurrences(of: id).first)
        #expect(made.invoiceID != nil && made.number == nil)
        #expect(try story.reader.schedule(id, of: freelancer.companyID)?.state == .active)
        let told = try #require(try story.reader.notifications(of: freelancer.companyID).first)
        #expect(told.kind == .occurrenceUndecided && told.amount == nil)
        #expect(try browser.open("/factures/\(try #require(made.invoiceID))").text.contains("Choisissez le taux"))
    }

    @Test func `to the franchise sends a recurring invoice without VAT`() throws {
        let draft = SavedDraft(
            clientID: client,
            subject: "",
            lines: [Self.work],
            suppliedOn: nil,
            paymentTermDays: 30
        )
        try become(.paul)
        let rhythm = Rhythm(every: 1, unit: .month, first: story.now.parisDay, end: .never)
        let id = try SaveSchedule(
            companyID: freelancer.companyID,
            schedule: SavedSchedule(draft: draft, mode: .send, rhythm: rhythm),
            from: .form(sha256([]))
        ).run(in: story.office(of: .dashboard))
        try become(.jeanne)
        #expect(try browser.open("/recurrentes/\(id)").text.contains("sans TVA, chaque facture passe de"))
        try story.makeDueInvoices()
        let invoice = try #require(try story.reader.occurrences(of: id).first?.invoiceID)
        #expect(try story.reader.issuedInvoice(invoice)?.payable == free)
        #expect(try story.reader.notifications(of: freelancer.companyID).first?.amount == free)
    }
}
