import Accounting
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing
import Web

@Suite(.database(.needme)) struct `The site in a browser` {
    let story = Story()

    @Test func `is walked from sign-up to the stamp`() throws {
        let browser = Browser(story)
        try browser.open("/inscription")
        #expect(try browser.send("/inscription", account).path == "/entreprise")
        #expect(try browser.send("/entreprise", company).path == "/entreprise/paiement-en-ligne")
        let forms = try #require(try browser.send("/stripe/connexion").location)
        let back = try #require(story.stripe.finishOnboarding(url: forms))
        #expect(try browser.open(back).text.contains("Actif"))
        try browser.open("/clients/nouveau")
        #expect(try browser.send("/clients/nouveau", [("kind", "person"), ("name", "Zoé")]).text.contains("Zoé"))
        let client = try #require(try story.reader.clients(named: nil, of: 1, at: nil).rows.first?.id)
        let empty = try browser.open("/factures/nouvelle")
        let fields = draft + empty.key + [("client", "\(client)"), ("action", "finalise")]
        let issuing = try browser.send("/factures/nouvelle", fields)
        #expect(issuing.path.hasSuffix("/finaliser"))
        let issued = try browser.send(issuing.path, [("online_payment", "oui")] + issuing.seen)
        #expect(issued.text.contains("F-2026-0001"))
        try payAsClient(link: try #require(issued.text.link))
        #expect(try browser.open("/factures").text.contains("STRIPE"))
        #expect(try browser.open("/registre").text.contains("F-2026-0001"))
        #expect(try browser.open("/notifications").text.contains("Règlement encaissé"))
    }

    @Test func `shows an unknown link as unknown, whatever its shape`() throws {
        for path in ["/f/" + String(repeating: "A", count: 43), "/f/x", "/f/%00", "/f/%FF", "/f/a/b", "/rien"] {
            #expect(try Browser(story).open(path).status == 404, "\(path)")
        }
    }

    @Test func `answers HEAD as GET where pages are read, and nowhere else`() throws {
        let bill = try story.payableBill()
        #expect(try Browser(story).open("/f/\(bill.link.text)", .head).status == 200)
        #expect(try Browser(story).open("/connexion", .head).status == 200)
        let session = try story.pay(bill)
        #expect(try Browser(story).open("/f/\(bill.link.text)/retour?session_id=\(session)", .head).status == 404)
        #expect(try story.books(of: bill) == .awaiting(Cents(135_000)))
    }

    @Test func `never does by GET what a form does`() throws {
        let bill = try story.payableBill()
        for gesture in ["/deconnexion", "/stripe/connexion", "/stripe/oauth", "/stripe/tableau-de-bord"] {
            #expect(try Browser(story).open(gesture).status == 404, "\(gesture)")
        }
        #expect(try Browser(story).open("/f/\(bill.link.text)/payer").path == "/f/\(bill.link.text)")
        #expect(try story.count("payment_attempts") == 0)
    }

    @Test func `sends whoever is not logged in to the log-in`() throws {
        for path in ["/factures", "/clients", "/registre", "/entreprise", "/factures/1"] {
            #expect(try Browser(story).open(path).path == "/connexion", "\(path)")
        }
    }

    @Test func `has pages that no cache keeps`() throws {
        let bill = try story.payableBill()
        let page = try Browser(story).open("/f/\(bill.link.text)")
        #expect(page.response.headers["cache-control"] == "no-store")
    }

    @Test func `says that a payment is being checked, without a stamp`() throws {
        let bill = try story.payableBill()
        let page = try Browser(story).open("/f/\(bill.link.text)?paiement=verification")
        #expect(page.text.contains("Nous vérifions votre paiement"))
        #expect(!page.text.contains("acquittée"))
    }

    private func payAsClient(link: String) throws {
        let client = Browser(story)
        #expect(try client.open(link).text.contains("Payer en ligne"))
        let checkout = try #require(try client.send(link + "/payer").location)
        #expect(story.stripe.pay(sessionURL: checkout, card: "4000 0000 0000 0002").status == 402)
        let paid = story.stripe.pay(sessionURL: checkout)
        let page = try client.open(try #require(paid.location))
        #expect(page.text.contains("Facture acquittée"))
        #expect(!page.text.contains("Payer en ligne"))
    }

    private let account = [("email", "zoe@exemple.fr"), ("password", "un mot de passe long")]
    private let company = [
        ("name", "Zoé Martin"), ("siren", "732829320"), ("street", "1 rue"), ("postal_code", "35000"),
        ("city", "Rennes"), ("activity", "service"), ("regime", "franchise"), ("payment_term_days", "30"),
    ]
    private let draft = [
        ("payment_term_days", "30"), ("designation", "Site"), ("quantity", "1,5"), ("price", "450,50"),
    ]
}

extension String {
    /// The view link that a seller's page shows.
    fileprivate var link: String? {
        firstRange(of: Story.origin + "/f/").map { String(self[$0.lowerBound...].prefix { $0 != "\"" }) }
    }
}
