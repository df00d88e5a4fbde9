import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// Editors of quotes and of recurring invoices show what their lines come to, as that of invoices does.
@Suite(.database(.needme)) struct `The totals of an editor` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser

    init() throws {
        freelancer = try story.freelancer(seller: .paul)
        browser = Browser(story, of: freelancer)
    }

    private var inAMonth: Day { story.now.parisDay.adding(days: 30) }

    private func form(_ price: String, _ action: String) -> [(String, String)] {
        [("designation", "Conseil"), ("quantity", "2"), ("price", price), ("vat", "550"), ("action", action)]
    }

    @Test(arguments: ["/devis/nouveau", "/recurrentes/nouvelle"], ["compute", "add"])
    func `are those of lines that nobody has saved`(path: String, action: String) throws {
        #expect(try browser.open(path).text.contains("data-total=\"due\">0,00\u{202F}€"))
        let page = try browser.send(path, form("100", action))
        #expect(page.status == 200)
        for total in ["net\">200,00\u{202F}€", "tax\">11,00\u{202F}€", "due\">211,00\u{202F}€"] {
            #expect(page.text.contains("data-total=\"\(total)"), "\(total)")
        }
    }

    @Test(arguments: ["/devis/nouveau", "/recurrentes/nouvelle"])
    func `say beside its field what cannot be read`(path: String) throws {
        try browser.open(path)
        let page = try browser.send(path, form("cent", "compute"))
        #expect(page.status == 422 && page.text.contains("id=\"price-0-message\""))
        #expect(page.text.contains("data-total=\"due\">–"))
    }

    @Test(arguments: ["/factures/nouvelle", "/devis/nouveau", "/recurrentes/nouvelle"])
    func `stay when something else is refused`(path: String) throws {
        try browser.open(path)
        let page = try browser.send(path, form("100", "save"))
        #expect(page.status == 422 && page.text.contains("Choisissez un client."))
        #expect(page.text.contains("data-total=\"due\">211,00\u{202F}€"))
    }

    @Test(arguments: ["/factures", "/devis"])
    func `stay when another window has saved meanwhile`(list: String) throws {
        let client = try story.client(of: freelancer)
        let id =
            list == "/devis"
            ? try story.quote(for: client, of: freelancer) : try story.draft(for: client, of: freelancer)
        try browser.open("\(list)/\(id)")
        let rest = [("client", "\(client)"), ("payment_term_days", "30"), ("valid_until", inAMonth.iso)]
        let page = try browser.send("\(list)/\(id)", form("100", "save") + rest)
        #expect(page.status == 409)
        #expect(page.text.contains("data-total=\"due\">211,00\u{202F}€"))
    }

    @Test func `of a quote are on its page once it is sent, with the VAT`() throws {
        let client = try story.client(of: freelancer)
        let quote = SavedQuote(
            clientID: client,
            subject: "",
            reference: "",
            lines: [.line("Conseil", "2", "100", .rate(.reduced))],
            validUntil: inAMonth,
            conditions: ""
        )
        let office = story.office(of: .dashboard)
        let id = try SaveQuote(companyID: freelancer.companyID, quote: quote, from: story.newForm).run(in: office)
        try SendQuote(companyID: freelancer.companyID, quoteID: id, mail: nil).run(in: office)
        let page = try browser.open("/devis/\(id)").text
        #expect(page.contains("<dt>Total HT</dt><dd>200,00\u{202F}€</dd>"))
        #expect(page.contains("<dt>TVA 5,5\u{A0}% sur 200,00\u{202F}€</dt><dd>11,00\u{202F}€</dd>"))
        #expect(page.contains("<dt>Montant</dt><dd><strong>211,00\u{202F}€</strong></dd>"))
    }
}
