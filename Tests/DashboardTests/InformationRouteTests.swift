import Testing
import Web

@testable import Dashboard

@Suite struct `The addresses of help and of the legal pages` {
    private static let pages: [(path: String, route: InformationRoute)] = [
        ("/aide", .help), ("/aide/paiement-en-ligne", .onlinePaymentHelp), ("/mentions-legales", .legalNotice),
        ("/conditions", .terms), ("/confidentialite", .privacy),
    ]

    @Test(arguments: pages) func `each page has its address, and takes no gesture`(
        path: String,
        route: InformationRoute
    ) {
        #expect(Route(Request(.get, path)) == .information(route))
        #expect(Route(Request(.head, path)) == .information(route))
        #expect(Route(Request(.post, path)) == nil)
    }

    @Test(arguments: ["/aide/autre", "/aide/paiement-en-ligne/encore", "/conditions/7", "/confidentialité"])
    func `what is no address is none`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
    }
}
