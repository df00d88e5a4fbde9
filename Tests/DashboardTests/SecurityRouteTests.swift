import Testing
import Web

@testable import Dashboard

@Suite struct `The addresses of an account's security` {
    private static let gestures: [(path: String, route: SecurityRoute)] = [
        ("mot-de-passe", .changePassword), ("adresse", .changeAddress), ("confirmation", .sendConfirmation),
        ("sessions/7/fermer", .endSession(7)), ("sessions/fermer-les-autres", .endOtherSessions),
        ("double-authentification", .switchOnFactor), ("double-authentification/desactiver", .switchOffFactor),
        ("double-authentification/codes", .renewCodes),
    ]

    @Test(arguments: [("", SecurityRoute.page), ("/double-authentification", .factorForm)])
    func `each page has its address`(path: String, route: SecurityRoute) {
        #expect(Route(Request(.get, "/entreprise/securite" + path)) == .company(.security(route)))
        #expect(Route(Request(.head, "/entreprise/securite" + path)) == .company(.security(route)))
    }

    @Test(arguments: gestures) func `each gesture has its address`(path: String, route: SecurityRoute) {
        #expect(Route(Request(.post, "/entreprise/securite/" + path)) == .company(.security(route)))
    }

    @Test(arguments: gestures.filter { $0.route != .switchOnFactor })
    func `no gesture is done by following a link`(path: String, route: SecurityRoute) {
        #expect(Route(Request(.get, "/entreprise/securite/" + path)) == nil)
        #expect(Route(Request(.head, "/entreprise/securite/" + path)) == nil)
    }

    @Test(arguments: [
        "/", "/sessions", "/sessions/0/fermer", "/sessions/-1/fermer", "/sessions/7", "/sessions/x/fermer", "/autre",
        "/sessions/7/fermer/8",
    ])
    func `nothing else is there`(path: String) {
        #expect(Route(Request(.post, "/entreprise/securite" + path)) == nil)
    }

    @Test(arguments: [
        "/confirmer", "/confirmer/a/b", "/mot-de-passe", "/mot-de-passe/a/b", "/connexion/autre", "/x/abc",
    ])
    func `no other page waits behind a link`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
        #expect(Route(Request(.post, path)) == nil)
    }

    @Test(arguments: [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox sur Windows"),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge sur Windows"
        ),
        (
            "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
            "Chrome sur Android"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari sur iPhone"
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
            "Safari sur macOS"
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox sur Linux"),
        ("curl/8.0", "Navigateur inconnu"), ("", "Navigateur inconnu"),
    ])
    func `a browser is told in words`(agent: String, words: String) {
        #expect(BrowserWords(agent).text == words)
    }
}
