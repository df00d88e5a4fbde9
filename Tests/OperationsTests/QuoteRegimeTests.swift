import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// What was accepted for 1 350,00 € without VAT, or 1 620,00 € with it, is invoiced under another regime.
@Suite(.database(.needme)) struct `An accepted quote after a change of the regime of VAT` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser

    init() throws {
        freelancer = try story.freelancer()
        browser = Browser(story, of: freelancer)
    }

    private func become(_ seller: Seller) throws {
        try story.rewrite(freelancer, to: seller)
    }

    private func accepted(_ line: InvoiceLine = .work) throws -> SentOffer {
        let offer = try story.offer([line], from: freelancer)
        try story.accept(offer)
        return offer
    }

    private var key: (String, String) { ("cle", Token.random(from: story.outside).text) }

    private func deposit(of offer: SentOffer) throws -> Int64 {
        try #require(try story.reader.invoices(ofQuote: offer.id).last).invoiceID
    }

    private func rewrite(_ deposit: Int64, to line: InvoiceLine) throws {
        let client = try #require(try story.reader.draft(deposit, of: freelancer.companyID)).clientID
        let draft = SavedDraft(
            clientID: client,
            subject: "",
            lines: [line],
            suppliedOn: nil,
            paymentTermDays: 30,
            kind: .deposit
        )
        try story.rewrite(deposit, of: freelancer, to: draft)
    }

    @Test func `says nothing as long as nothing has changed`() throws {
        let offer = try accepted()
        for page in ["", "/acompte"] {
            #expect(try !browser.open("/devis/\(offer.id)\(page)").text.contains("maintenant"), "\(page)")
        }
    }

    @Test func `to VAT says that its amounts are before VAT, where it is looked at and where a deposit is asked`()
        throws
    {
        let offer = try accepted()
        try become(.paul)
        for page in ["", "/acompte"] {
            let text = try browser.open("/devis/\(offer.id)\(page)").text
            #expect(
                text.contains("1\u{202F}350,00\u{202F}€ sont facturés hors taxes, soit 1\u{202F}620,00\u{202F}€"),
                "\(page)"
            )
        }
        #expect(try browser.open("/devis/\(offer.id)/acompte").text.contains("Ou montant HT, en euros"))
    }

    @Test func `to VAT has a deposit issued at the rate that is chosen, for no more than it asks before VAT`() throws {
        let offer = try accepted()
        try become(.paul)
        try browser.open("/devis/\(offer.id)/acompte")
        let drafted = try browser.send("/devis/\(offer.id)/acompte", [key, ("share", "30")])
        #expect(drafted.text.contains("le total passe de 405,00\u{202F}€ à 486,00\u{202F}€. Choisissez le taux"))
        let deposit = try deposit(of: offer)
        try rewrite(deposit, to: .line("Acompte", "1", "405,01", .rate(.normal)))
        #expect(
            try browser.send("/factures/\(deposit)/finaliser", browser.open("/factures/\(deposit)/finaliser").seen)
                .text.contains("405,00\u{202F}€ hors taxes")
        )
        try rewrite(deposit, to: .line("Acompte", "1", "405", .rate(.normal)))
        let bill = try story.issue(deposit, of: freelancer)
        #expect(try story.reader.issuedInvoice(deposit)?.payable == Cents(48_600))
        #expect(try browser.open("/devis/\(offer.id)").text.contains("405,00\u{202F}€\u{A0}HT"))
        try story.receive(Cents(48_600), for: bill)
        try browser.send("/devis/\(offer.id)/facturer")
        let balance = try self.deposit(of: offer)
        let draft = try #require(try story.reader.draft(balance, of: freelancer.companyID))
        try story.rewrite(balance, of: freelancer, to: draft.with(lines: [.work.with(vat: .rate(.normal))]))
        _ = try story.issue(balance, of: freelancer)
        #expect(try story.reader.issuedInvoice(balance)?.payable == Cents(162_000 - 48_600))
    }

    @Test func `to VAT keeps a deposit that was drafted before under what it was`() throws {
        let offer = try accepted()
        try browser.open("/devis/\(offer.id)/acompte")
        try browser.send("/devis/\(offer.id)/acompte", [key, ("share", "30")])
        try become(.paul)
        let deposit = try deposit(of: offer)
        try rewrite(deposit, to: .line("Acompte", "1", "405", .rate(.reduced)))
        _ = try story.issue(deposit, of: freelancer)
        #expect(try story.reader.issuedInvoice(deposit)?.totals.net == Cents(40_500))
    }

    @Test func `to the franchise is asked for in deposits without VAT`() throws {
        try become(.paul)
        let offer = try accepted(.work.with(vat: .rate(.normal)))
        try become(.jeanne)
        for page in ["", "/acompte"] {
            let text = try browser.open("/devis/\(offer.id)\(page)").text
            #expect(
                text.contains("sans TVA, ce devis de 1\u{202F}620,00\u{202F}€ se facture 1\u{202F}350,00\u{202F}€"),
                "\(page)"
            )
        }
        let path = "/devis/\(offer.id)/acompte"
        #expect(try browser.send(path, [key, ("amount", "1350")]).status == 422, "That would leave nothing.")
        let drafted = try browser.send(path, [key, ("amount", "400")])
        #expect(drafted.status == 200 && !drafted.text.contains("passe de"))
        let deposit = try deposit(of: offer)
        _ = try story.issue(deposit, of: freelancer)
        #expect(try story.reader.issuedInvoice(deposit)?.payable == Cents(40_000))
    }

    @Test func `and back counts a deposit for all that it asked, and leaves something to invoice`() throws {
        let offer = try accepted()
        try become(.paul)
        let path = "/devis/\(offer.id)/acompte"
        try browser.open(path)
        try browser.send(path, [key, ("amount", "400")])
        let first = try deposit(of: offer)
        try rewrite(first, to: .line("Acompte", "1", "400", .rate(.normal)))
        let bill = try story.issue(first, of: freelancer)
        try story.receive(Cents(48_000), for: bill)
        try browser.send(path, [key, ("amount", "900")])
        let second = try deposit(of: offer)
        try become(.jeanne)
        try rewrite(second, to: .line("Acompte", "1", "900"))
        #expect(throws: IssueRefusal.moreThanQuoted(DepositLimit(amount: Cents(86_999), isBeforeVAT: true))) {
            try story.issue(second, of: freelancer)
        }
        try browser.send("/factures/\(second)/supprimer")
        let page = try browser.open(path).text
        #expect(page.contains("dont 480,00\u{202F}€") && page.contains("869,99\u{202F}€ au plus"))
        #expect(try browser.open("/devis/\(offer.id)").text.contains("\(bill.number.text)</a>, 480,00\u{202F}€"))
        #expect(try browser.send(path, [key, ("amount", "870")]).status == 422)
        try browser.send(path, [key, ("amount", "869,99")])
        let third = try story.issue(try deposit(of: offer), of: freelancer)
        try story.receive(Cents(86_999), for: third)
        try browser.send("/devis/\(offer.id)/facturer")
        let balance = try story.issue(try deposit(of: offer), of: freelancer)
        #expect(try story.reader.issuedInvoice(balance.id)?.payable == Cents(1))
    }
}
