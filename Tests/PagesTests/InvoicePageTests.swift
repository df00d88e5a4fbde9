import Accounting
import Invoicing
import OperationsTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The page of an invoice for its seller` {
    private let story = Story()

    private func page(of seller: Seller, _ line: InvoiceLine) throws -> String {
        let freelancer = try story.freelancer(seller: seller)
        let bill = try story.bill(from: freelancer, [line])
        return try Browser(story, of: freelancer).open("/factures/\(bill.id)").text
    }

    @Test func `adds up what is without VAT, the VAT by rate, and both`() throws {
        let page = try page(of: .paul, .line("Sérigraphie", "2", "100", .rate(.normal)))
        let sums = page.matches(of: /<dt>(T[^<]+)<\/dt><dd>([^<]+)<\/dd>/).map { "\($0.output.1) : \($0.output.2)" }
        #expect(
            sums == [
                "Total HT : 200,00\u{202F}€", "TVA 20\u{A0}% sur 200,00\u{202F}€ : 40,00\u{202F}€",
                "Total TTC : 240,00\u{202F}€",
            ]
        )
    }

    @Test func `CGI art. 283-3: says no word of VAT under the franchise`() throws {
        let page = try page(of: .jeanne, .work)
        #expect(page.contains("<dt>Net à payer</dt>"))
        #expect(!page.contains("<dt>Total") && !page.contains("<dt>TVA"))
    }
}
