import Testing
import Web

@testable import Dashboard

@Suite struct `The addresses of the quotes` {
    private static let pages: [(path: String, route: QuotesRoute)] = [
        ("/devis", .list), ("/devis/nouveau", .newQuote), ("/devis/7", .quote(7)),
        ("/devis/7/envoyer", .sendQuoteForm(7)),
        ("/devis/7/devis.pdf", .quoteFile(7)), ("/devis/7/acompte", .invoiceDepositForm(7)),
    ]

    private static let gestures: [(path: String, route: QuotesRoute)] = [
        ("/devis/nouveau", .saveQuote(nil)), ("/devis/7", .saveQuote(7)), ("/devis/7/supprimer", .removeQuote(7)),
        ("/devis/7/dupliquer", .duplicateQuote(7)), ("/devis/7/envoyer", .sendQuote(7)),
        ("/devis/7/reponse", .noteAnswer(7)), ("/devis/7/facturer", .invoiceQuote(7)),
        ("/devis/7/acompte", .invoiceDeposit(7)),
    ]

    @Test(arguments: pages) func `each page has its address`(path: String, route: QuotesRoute) {
        #expect(Route(Request(.get, path)) == .quotes(route))
        #expect(Route(Request(.head, path)) == .quotes(route))
    }

    @Test(arguments: gestures) func `each gesture has its address`(path: String, route: QuotesRoute) {
        #expect(Route(Request(.post, path)) == .quotes(route))
    }

    @Test(arguments: ["supprimer", "dupliquer", "reponse", "facturer"]) func `no link leads to a gesture`(word: String)
    {
        #expect(Route(Request(.get, "/devis/7/\(word)")) == nil)
    }

    @Test func `the tables above hold every page and every gesture`() {
        #expect(Set((Self.pages + Self.gestures).map { place(of: $0.route) }) == Set(0...12))
    }

    @Test(arguments: ["/devis/0", "/devis/x", "/devis/7/autre", "/devis/7/envoyer/encore", "/devis/nouvelle"])
    func `what is no address is none`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
        #expect(Route(Request(.post, path)) == nil)
    }

    /// The compiler refuses this when a route is added, and the tables above with it.
    private func place(of route: QuotesRoute) -> Int {
        switch route {
        case .list: 0
        case .newQuote: 1
        case .saveQuote: 2
        case .quote: 3
        case .removeQuote: 4
        case .duplicateQuote: 5
        case .sendQuoteForm: 6
        case .sendQuote: 7
        case .noteAnswer: 8
        case .quoteFile: 9
        case .invoiceQuote: 10
        case .invoiceDepositForm: 11
        case .invoiceDeposit: 12
        }
    }
}
