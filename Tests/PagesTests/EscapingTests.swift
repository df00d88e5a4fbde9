import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import StripeTestSupport
import TestSupport
import Testing
import Web

/// Nothing typed by a user is ever trusted in a page.
@Suite(.database(.needme)) struct `A page of somebody who types markup` {
    private let story = Story()
    private let evil = "<script>alert(1)</script>\"'&"
    private let freelancer: Freelancer
    private let client: Int64
    private let draft: Int64
    private let bill: Bill

    init() throws {
        freelancer = try story.connectedFreelancer(seller: .evil(evil))
        client = try story.client(.evil(evil), of: freelancer)
        let lines: [InvoiceLine] = [.line(evil, "1", "100", unit: "<b>\"'&")]
        draft = try story.draft(lines, for: client, of: freelancer, subject: evil)
        bill = try story.issue(try story.draft(lines, for: client, of: freelancer, subject: evil), of: freelancer)
        try story.pay(bill)
        try story.deliver()
        try story.payTwice(try anotherBill(lines))
        try story.refund(try story.payAndSettle(try anotherBill(lines)))
        try story.loseAttempt(of: try anotherBill(lines))
    }

    @Test func `never holds it as markup`() throws {
        let browser = Browser(story, of: freelancer)
        for path in [
            "/entreprise", "/entreprise/paiement-en-ligne", "/clients", "/clients/\(client)",
            "/clients/\(client)/modifier", "/clients/nouveau",
            "/factures", "/factures/nouvelle", "/factures/\(draft)", "/factures/\(draft)/finaliser",
            "/factures/\(bill.id)", "/registre", "/notifications", "/f/\(bill.link.text)", "/paiements",
            "/paiements/remboursements", "/paiements/ecarts", "/paiements/versements", "/paiements/journal",
        ] {
            let page = try browser.open(path)
            #expect(page.status == 200, "\(path)")
            #expect(!page.text.contains("<script>alert") && !page.text.contains("\"'&"), "\(path)")
        }
    }

    @Test func `shows it as it was typed`() throws {
        let page = try Browser(story).open("/f/\(bill.link.text)").text
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
    }

    @Test(arguments: ["/paiements", "/paiements/remboursements"]) func `shows it of money to look after`(
        path: String
    ) throws {
        let page = try Browser(story, of: freelancer).open(path).text
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;</h2>"))
    }

    @Test func `keeps what was typed wrong, escaped`() throws {
        let browser = Browser(story, of: freelancer)
        try browser.open("/clients/nouveau")
        let page = try browser.send("/clients/nouveau", [("kind", "person"), ("name", evil), ("siren", evil)])
        #expect(page.status == 422)
        #expect(page.text.contains("value=\"&lt;script&gt;"))
        #expect(!page.text.contains("<script>alert"))
    }

    @Test func `keeps a visitor's address typed wrong, escaped`() throws {
        let visitor = Browser(story)
        try visitor.open("/connexion")
        let page = try visitor.send("/connexion", [("email", evil), ("password", "x")])
        #expect(page.status == 422)
        #expect(!page.text.contains("<script>alert"))
    }

    private func anotherBill(_ lines: [InvoiceLine]) throws -> Bill {
        try story.issue(try story.draft(lines, for: client, of: freelancer, subject: evil), of: freelancer)
    }
}

extension Seller {
    fileprivate static func evil(_ text: String) -> Seller {
        let seller = Seller.jeanne
        return Seller(
            name: text,
            tradeName: text,
            address: Address(street: text, postalCode: "<i>", city: text),
            siren: seller.siren,
            vatNumber: nil,
            isUnderFranchise: true,
            activity: .liberal,
            bank: seller.bank
        )
    }
}

extension Buyer {
    fileprivate static func evil(_ text: String) -> Buyer {
        let address = Address(street: text, postalCode: "<i>", city: text)
        return Buyer(
            kind: .business,
            name: text,
            address: address,
            siren: nil,
            vatNumber: nil,
            email: "a\"b@exemple.fr"
        )
    }
}
