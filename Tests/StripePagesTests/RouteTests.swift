import Operations
import Testing
import Web

@testable import StripePages

@Suite struct `Addresses where a person waits for Stripe` {
    private static let text = String(repeating: "aZ0-_9b", count: 6) + "c"

    @Test func `each page and gesture has its address`() throws {
        let token = try #require(Token(Self.text))
        #expect(Route(Request(.post, "/f/\(Self.text)/payer")) == .pay(token))
        #expect(Route(Request(.get, "/f/\(Self.text)/retour")) == .returnFromCheckout(token))
        #expect(Route(Request(.post, "/stripe/connexion")) == .startOnboarding)
        #expect(Route(Request(.get, "/stripe/retour/\(Self.text)")) == .returnFromOnboarding(token))
        #expect(Route(Request(.get, "/stripe/reprise/\(Self.text)")) == .refreshOnboarding(token))
    }

    @Test func `the address in the QR code is opened, or only looked at`() throws {
        let token = try #require(Token(Self.text))
        #expect(Route(Request(.get, "/f/\(Self.text)/payer")) == .scan(token))
        #expect(Route(Request(.head, "/f/\(Self.text)/payer")) == .scan(token))
    }

    @Test func `what follows a payment has its address`() {
        #expect(Route(Request(.post, "/stripe/oauth")) == .startOAuth)
        #expect(Route(Request(.get, "/stripe/oauth/retour")) == .returnFromOAuth)
        #expect(Route(Request(.post, "/stripe/tableau-de-bord")) == .openDashboard)
        #expect(Route(Request(.post, "/stripe/ecarts/12")) == .replayDiscrepancy(12))
    }

    @Test(arguments: ["connexion", "oauth", "tableau-de-bord", "ecarts/12"])
    func `connecting and what follows are never done by following a link`(gesture: String) {
        #expect(Route(Request(.get, "/stripe/\(gesture)")) == nil)
        #expect(Route(Request(.head, "/stripe/\(gesture)")) == nil)
    }

    @Test func `coming back is no gesture`() {
        #expect(Route(Request(.post, "/f/\(Self.text)/retour")) == nil)
        #expect(Route(Request(.post, "/stripe/retour/\(Self.text)")) == nil)
        #expect(Route(Request(.post, "/stripe/reprise/\(Self.text)")) == nil)
    }

    @Test(arguments: [
        "", "a", String(text.dropLast()), text + "a", String(text.dropLast()) + "%2F", String(text.dropLast()) + "é",
        String(text.dropLast()) + ".",
    ])
    func `a token is 43 characters of its alphabet`(token: String) {
        #expect(Route(Request(.post, "/f/\(token)/payer")) == nil)
        #expect(Route(Request(.get, "/f/\(token)/payer")) == nil)
        #expect(Route(Request(.get, "/f/\(token)/retour")) == nil)
        #expect(Route(Request(.get, "/stripe/retour/\(token)")) == nil)
        #expect(Route(Request(.get, "/stripe/reprise/\(token)")) == nil)
    }

    @Test(arguments: [
        "/", "/f", "/stripe", "/stripe/connexion/encore", "/f/\(text)/payer/encore", "/f/\(text)",
        "/stripe/autre/\(text)", "/stripe/ecarts/0", "/stripe/ecarts/-1", "/stripe/ecarts/x", "/stripe/ecarts",
    ])
    func `what is no address is none`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
        #expect(Route(Request(.post, path)) == nil)
    }
}
