import Operations
import OperationsTestSupport
import StripeTestSupport
import TestSupport
import Testing
import Web

/// A form is taken only from a page of ours: token and origin, both (OWASP CSRF).
@Suite(.database(.needme)) struct `A form` {
    let story = Story()
    let browser: Browser

    init() throws {
        browser = Browser(story, of: try story.freelancer())
        try browser.open("/clients/nouveau")
    }

    @Test func `of our own page is taken`() throws {
        #expect(try send() == 200)
        #expect(try story.count("clients") == 1)
    }

    @Test(arguments: [
        nil, "null", "https://evil.example", "http://needme.test", "https://needme.test.evil.example", "",
    ])
    func `from anywhere else is refused`(origin: String?) throws {
        browser.origin = origin
        #expect(try send() == 403)
        #expect(try story.count("clients") == 0)
    }

    @Test(arguments: ["", "x", String(repeating: "A", count: 43)])
    func `without the session's token is refused`(token: String) throws {
        #expect(try browser.send("/clients/nouveau", fields, token: token).status == 403)
        #expect(try story.count("clients") == 0)
    }

    @Test func `with another member's token is refused`() throws {
        let other = Browser(story, of: try story.freelancer("paul@exemple.fr"))
        try other.open("/clients/nouveau")
        #expect(try browser.send("/clients/nouveau", fields, token: other.token).status == 403)
    }

    @Test(arguments: ["/connexion", "/inscription"]) func `of a visitor is tied to their browser`(path: String) throws {
        let token = try Browser(story).open(path).token
        let victim = Browser(story)
        try victim.open(path)
        #expect(try victim.send(path, account, token: token).status == 403)
        #expect(try Browser(story).send(path, account, token: token).status == 403)
    }

    @Test(arguments: [nil, "null", "https://evil.example"])
    func `that pays is refused from anywhere else`(origin: String?) throws {
        let bill = try story.bill(from: try story.connectedFreelancer("paul@exemple.fr"))
        let client = Browser(story)
        client.origin = origin
        #expect(try client.send("/f/\(bill.link.text)/payer").status == 403)
        #expect(try story.count("payment_attempts") == 0)
    }

    @Test(arguments: [nil, "https://evil.example"])
    func `that begins onboarding is refused from anywhere else`(origin: String?) throws {
        browser.origin = origin
        #expect(try browser.send("/stripe/connexion").status == 403)
        #expect(try story.count("stripe_accounts") == 0)
    }

    @Test func `that begins onboarding is refused without the session's token`() throws {
        #expect(try browser.send("/stripe/connexion", token: "x").status == 403)
    }

    @Test func `that describes the company changes the one there is`() throws {
        let seen = try browser.open("/entreprise").seen
        #expect(try browser.send("/entreprise", company + seen).status == 200)
        #expect(try story.count("companies") == 1)
    }

    private let fields = [("kind", "person"), ("name", "Zoé")]
    private let account = [("email", "zoe@exemple.fr"), ("password", "un mot de passe long")]
    private let company = [
        ("name", "Zoé"), ("siren", "732829320"), ("street", "1 rue"), ("postal_code", "35000"), ("city", "Rennes"),
        ("activity", "service"), ("regime", "franchise"), ("payment_term_days", "30"),
    ]

    private func send() throws -> Int { try browser.send("/clients/nouveau", fields).status }
}
