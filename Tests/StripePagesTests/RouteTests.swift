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

    @Test func `paying and connecting are never done by following a link`() {
        #expect(Route(Request(.get, "/f/\(Self.text)/payer")) == nil)
        #expect(Route(Request(.get, "/stripe/connexion")) == nil)
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
        #expect(Route(Request(.get, "/f/\(token)/retour")) == nil)
        #expect(Route(Request(.get, "/stripe/retour/\(token)")) == nil)
        #expect(Route(Request(.get, "/stripe/reprise/\(token)")) == nil)
    }

    @Test(arguments: [
        "/", "/f", "/stripe", "/stripe/connexion/encore", "/f/\(text)/payer/encore", "/f/\(text)",
        "/stripe/autre/\(text)",
    ])
    func `what is no address is none`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
        #expect(Route(Request(.post, path)) == nil)
    }
}
