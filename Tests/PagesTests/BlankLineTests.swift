import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// The line that an editor of something saved adds for what comes next.
@Suite(.database(.needme)) struct `The blank line of an editor` {
    let story = Story()

    private static let disbursement = InvoiceLine.line("Timbre fiscal", "1", "86", .exempt(.disbursement))
    private static let book = InvoiceLine.line("Livre", "1", "20", .rate(.reduced))

    @Test(arguments: ["/factures", "/devis"], [Seller.jeanne, .paul])
    func `is a supply after a « débours », and counted in the turnover`(list: String, seller: Seller) throws {
        let usual = seller.isUnderFranchise ? "franchise" : "2000"
        #expect(try chosen(list, after: [Self.disbursement], of: seller) == usual)
    }

    @Test(arguments: ["/factures", "/devis"])
    func `has the rate of the last supply`(list: String) throws {
        #expect(try chosen(list, after: [Self.book, Self.disbursement], of: .paul) == "550")
    }

    /// What is chosen in the line after these.
    private func chosen(_ list: String, after lines: [InvoiceLine], of seller: Seller) throws -> String? {
        let freelancer = try story.freelancer(seller: seller)
        let client = try story.client(of: freelancer)
        let id =
            list == "/devis"
            ? try story.quote(lines, for: client, of: freelancer) : try story.draft(lines, for: client, of: freelancer)
        let page = try Browser(story, of: freelancer).open("\(list)/\(id)").text
        let options = page.after("id=\"vat-\(lines.count)\"")?.before("</select>")
        return options?.before("\" selected")?.split(separator: "\"").last.map(String.init)
    }
}
