import Accounting
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing
import Web

/// A link that shows nothing says why, and in the same shape whether it was replaced or never was.
@Suite(.database(.needme)) struct `A link that leads to no invoice` {
    private let story = Story()
    private let freelancer: Freelancer
    private let bill: Bill

    init() throws {
        freelancer = try story.connectedFreelancer(seller: .reachable)
        bill = try story.bill(from: freelancer)
        try story.credit(bill, .init(100))
        try ReplaceLink(companyID: freelancer.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
    }

    @Test(arguments: [
        "", "/facture.pdf", "/avoirs/A-2026-0001", "/avoirs/A-2026-0001.pdf", "/verifier", "/logo.png", "/virement.svg",
        "/rien",
        "/payer",
    ])
    func `says that it was replaced, and nothing of the invoice`(path: String) throws {
        let page = try Browser(story).open("/f/\(bill.link.text)\(path)")
        #expect(page.status == 410)
        #expect(page.text.contains("<h1>Ce lien a été remplacé</h1>"))
        #expect(page.text.contains("Studio Jeanne"))
        #expect(page.text.contains("mailto:jeanne@exemple.fr\""))
        for words in ["F-2026", "A-2026", "1\u{202F}3", "Durand", "IBAN", "Payer"] {
            #expect(!page.text.contains(words))
        }
    }

    @Test func `says to a client who has paid, or whose invoice is cancelled, that nothing is owed`() throws {
        let browser = Browser(story)
        #expect(try !browser.open("/f/\(bill.link.text)").text.contains("rien à payer"))
        let (paid, cancelled) = try (replacedBill(), replacedBill())
        try story.receive(.init(135_000), for: paid)
        try story.credit(cancelled)
        let page = try browser.open("/f/\(paid.link.text)").text
        #expect(page.contains("Cette facture est acquittée\u{A0}: vous n’avez plus rien à payer."))
        #expect(try browser.open("/f/\(cancelled.link.text)").text.contains("Cette facture est annulée"))
    }

    private func replacedBill() throws -> Bill {
        let other = try story.bill(from: freelancer)
        try ReplaceLink(companyID: freelancer.companyID, invoiceID: other.id).run(in: story.office(of: .dashboard))
        return other
    }

    @Test(arguments: ["/payer", "/verifier"]) func `takes no form`(path: String) throws {
        #expect(try Browser(story).send("/f/\(bill.link.text)\(path)").status == 410)
        #expect(try story.count("payment_attempts") == 0)
    }

    @Test func `has the new one beside it`() throws {
        let token = try #require(try story.reader.newestLink(of: bill.id))
        #expect(token != bill.link.text)
        #expect(try Browser(story).open("/f/\(token)").status == 200)
    }

    @Test func `has the same shape when nobody ever knew it`() throws {
        let unknown = try Browser(story).open("/f/" + String(repeating: "A", count: 43))
        let replaced = try Browser(story).open("/f/\(bill.link.text)")
        #expect(unknown.status == 404)
        #expect(tags(unknown.text) == tags(replaced.text.before("<ul")) + tags(replaced.text.after("</ul>")))
    }

    private func tags(_ page: String?) -> [String] {
        (page ?? "").split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" }) }
    }
}
