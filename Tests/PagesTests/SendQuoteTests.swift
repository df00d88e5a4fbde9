import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// What is offered is what its freelancer looked at last: it is frozen by being sent.
@Suite(.database(.needme)) struct `A quote that is being sent` {
    let story = Story()
    let jeanne: Freelancer
    let quote: Int64
    let browser: Browser

    init() throws {
        jeanne = try story.freelancer()
        quote = try story.quote(for: try story.client(of: jeanne), of: jeanne)
        browser = Browser(story, of: jeanne)
    }

    private var path: String { "/devis/\(quote)/envoyer" }

    private func isDraft() throws -> Bool {
        try story.reader.quote(quote, of: jeanne.companyID)?.state(on: story.now.parisDay) == .draft
    }

    private func fields(_ mode: String, _ page: Browser.Page) -> [(String, String)] {
        [("mode", mode), ("recipient", "zoe@exemple.fr"), ("subject", "Devis"), ("message", "Bonjour")] + page.key
    }

    /// Another window saves it for another amount.
    private func change() throws {
        let current = try #require(try story.reader.savedQuote(quote, of: jeanne.companyID))
        let other = SavedQuote(
            clientID: current.clientID,
            subject: current.subject,
            reference: current.reference,
            lines: [.line("Intégration", "1", "99")],
            validUntil: current.validUntil,
            conditions: current.conditions
        )
        _ = try SaveQuote(companyID: jeanne.companyID, quote: other, from: .saved(quote), seen: Edition(of: current))
            .run(in: story.office(of: .dashboard))
    }

    @Test(arguments: ["mail", "manuel"]) func `is not, when another window has changed it meanwhile`(mode: String)
        throws
    {
        let page = try browser.open(path)
        try change()
        let refused = try browser.send(path, fields(mode, page) + page.seen)
        #expect(refused.status == 422 && refused.text.contains("a été modifié"))
        #expect(refused.text.contains("99,00\u{202F}€") && refused.text.contains("zoe@exemple.fr"))
        #expect(try isDraft())
        #expect(try browser.send(path, fields(mode, refused) + refused.seen).status == 200)
        #expect(try story.reader.sentQuote(quote)?.total == Cents(9_900))
    }

    @Test func `is not, when its form does not say what was seen`() throws {
        let page = try browser.open(path)
        #expect(try browser.send(path, fields("manuel", page)).status == 422)
        #expect(try isDraft())
    }

    @Test func `is not at another amount than was shown, after a change of the regime of VAT`() throws {
        try become(.paul)
        let quote = try story.quote([.work.with(vat: .rate(.normal))], for: try story.client(of: jeanne), of: jeanne)
        let page = try browser.open("/devis/\(quote)/envoyer")
        try become(.jeanne)
        let refused = try browser.send("/devis/\(quote)/envoyer", fields("manuel", page) + page.seen)
        #expect(refused.status == 422 && refused.text.contains("1\u{202F}350,00\u{202F}€"))
        #expect(try browser.send("/devis/\(quote)/envoyer", fields("manuel", refused) + refused.seen).status == 200)
    }

    private func become(_ seller: Seller) throws {
        try story.rewrite(jeanne, to: seller)
    }

    @Test func `is mailed once more as it stands, since nothing changes it any more`() throws {
        let page = try browser.open(path)
        #expect(try browser.send(path, fields("mail", page) + page.seen).status == 200)
        let again = try browser.open(path)
        #expect(again.seen.isEmpty)
        #expect(try browser.send(path, fields("mail", again)).status == 200)
        #expect(try story.count("sendings") == 2)
    }
}
