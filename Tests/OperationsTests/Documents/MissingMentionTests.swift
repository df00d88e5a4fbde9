import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `B6: a mention that is missing` {
    let story = Story()

    @Test func `stops the issue, is named in French, and its field is one click away`() throws {
        let freelancer = try story.freelancer(seller: .paul)
        let client = try story.client(of: freelancer)
        let line = InvoiceLine.line("Conseil", "1", "450", unit: "", .exempt(.servicesInUnion))
        let draft = try story.draft([line], for: client, of: freelancer)
        let browser = Browser(story, of: freelancer)
        let look = try browser.open("/factures/\(draft)/finaliser")
        #expect(look.text.contains("Le numéro de TVA du client manque"))
        #expect(!look.text.contains("Finaliser la facture</button>"))
        let page = try browser.send("/factures/\(draft)/finaliser", [("online_payment", "oui")] + look.seen)
        #expect(page.status == 422)
        #expect(page.text.contains("Le numéro de TVA du client manque"))
        #expect(page.text.contains("href=\"/clients/\(client)/modifier#vat_number\""))
        #expect(page.text.contains("href=\"/clients/\(client)/modifier#country\""))
        #expect(try browser.open("/clients/\(client)/modifier").text.contains("id=\"vat_number\""))
        #expect(try story.reader.invoice(draft, of: freelancer.companyID)?.state == .draft)
    }

    @Test func `that is written down lets the invoice be issued, under the first number`() throws {
        let freelancer = try story.freelancer(seller: .paul)
        let german = Buyer(
            kind: .business,
            name: "Müller GmbH",
            address: Address(street: "Unter den Linden 1", postalCode: "10117", city: "Berlin", country: "DE"),
            siren: nil,
            vatNumber: "DE123456789",
            email: nil
        )
        let line = InvoiceLine.line("Conseil", "1", "450", unit: "", .exempt(.servicesInUnion))
        let bill = try story.bill(from: freelancer, to: german, [line])
        #expect(bill.number.sequence == 1)
        let issued = try #require(try story.reader.issuedInvoice(bill.id))
        #expect(issued.totals.tax == .zero)
        #expect(issued.totals.breakdown.map(\.vat) == [.exempt(.servicesInUnion)])
        #expect(issued.mentions.first?.hasPrefix("Autoliquidation") == true)
    }
}
