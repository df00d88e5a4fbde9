import Testing
import Web

@testable import Dashboard

@Suite struct `The addresses of the payments` {
    private static let pages: [(path: String, route: PaymentsRoute)] = [
        ("/paiements", .toCheck), ("/paiements/remboursements", .reversals), ("/paiements/ecarts", .discrepancies),
        ("/paiements/versements", .payouts), ("/paiements/versements/7", .payout(7)), ("/paiements/journal", .journal),
    ]

    private static let gestures: [(path: String, route: PaymentsRoute)] = [
        ("/paiements/7/affecter", .assign(7)), ("/paiements/remboursements/7/classer", .setAside(7)),
        ("/paiements/remboursements/7/reprendre", .restore(7)), ("/paiements/ecarts/7/classer", .dismiss(7)),
    ]

    @Test(arguments: pages) func `each page has its address, where nothing is done`(path: String, route: PaymentsRoute)
    {
        #expect(Route(Request(.get, path)) == .payments(route))
        #expect(Route(Request(.head, path)) == .payments(route))
        #expect(Route(Request(.post, path)) == nil)
    }

    @Test(arguments: gestures) func `each gesture has its address, which no link leads to`(
        path: String,
        route: PaymentsRoute
    ) {
        #expect(Route(Request(.post, path)) == .payments(route))
        #expect(Route(Request(.get, path)) == nil)
        #expect(Route(Request(.head, path)) == nil)
    }

    @Test func `the tables above hold every page and every gesture`() {
        #expect(Set((Self.pages + Self.gestures).map { place(of: $0.route) }) == Set(0...9))
    }

    @Test(arguments: ["0", "-1", "+1", "7a", "0x7", "７", "%20", "9223372036854775808", "%00", "nouveau"])
    func `an id is a number that the database can hold`(id: String) {
        #expect(Route(Request(.get, "/paiements/versements/\(id)")) == nil)
        for path in [
            "/paiements/\(id)/affecter", "/paiements/remboursements/\(id)/classer",
            "/paiements/remboursements/\(id)/reprendre",
        ] {
            #expect(Route(Request(.post, path)) == nil, "\(path)")
        }
    }

    @Test(arguments: [
        "/paiements/7", "/paiements/autre", "/Paiements", "/paiements/versements/7/lignes", "/paiements/journal/7",
        "/paiements/7/classer", "/paiements/remboursements/7", "/paiements/remboursements/7/affecter",
        "/paiements/remboursements/7/classer/encore", "/paiements/7/affecter/encore", "/paiements/ecarts/7",
    ])
    func `what is no address is none`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
        #expect(Route(Request(.post, path)) == nil)
    }

    @Test(arguments: pages + gestures, ["PUT", "DELETE", "OPTIONS"])
    func `no other method is answered`(known: (path: String, route: PaymentsRoute), method: String) {
        #expect(Route(Request(Method(method), known.path)) == nil)
    }

    /// The compiler refuses this when a route is added, and the tables above with it.
    private func place(of route: PaymentsRoute) -> Int {
        switch route {
        case .toCheck: 0
        case .assign: 1
        case .reversals: 2
        case .setAside: 3
        case .restore: 4
        case .discrepancies: 5
        case .payouts: 6
        case .payout: 7
        case .journal: 8
        case .dismiss: 9
        }
    }
}
