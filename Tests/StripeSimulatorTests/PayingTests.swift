import Accounting
import Stripe
import StripeSimulator
import StripeTestSupport
import Testing

@Suite struct `Paying on the simulated Checkout` {
    private func url(_ session: CheckoutSession) throws -> String { try #require(session.url) }

    @Test func `a new session is open, unpaid, and has no payment yet`() throws {
        let shop = try Shop()
        let session = try shop.open()
        #expect(session.status == .open)
        #expect(session.paymentStatus == .unpaid)
        #expect(session.amountTotal == Cents(123_456))
        #expect(session.paymentIntent == nil)
        #expect(session.clientReferenceID == "att_1")
        #expect(session.metadata == ["invoice_id": "12"])
        #expect(session.paymentMethodTypes == ["card"])
        #expect(session.expiresAt == shop.stripe.now.adding(seconds: 3_600))
    }

    @Test func `the page says who is paid, how much and for what, and that it is a simulation`() throws {
        let shop = try Shop()
        let page = shop.stripe.open(try url(shop.open()))
        #expect(page.status == 200)
        for words in [
            "Stripe (simulation)", "Atelier Durand", "1\u{202F}234,56\u{A0}€", "Facture F-2026-0042",
            "client@exemple.fr",
            "4242 4242 4242 4242", "href=\"https://needme.test/f/t\"",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(!page.text.contains("klarna"))
        #expect(!page.text.contains("<script") && !page.text.contains("style="))
    }

    @Test func `a good card pays, and the customer goes back with the session's identifier`() throws {
        let shop = try Shop()
        let session = try shop.open()
        let page = shop.stripe.pay(sessionURL: try url(session))
        #expect(page.status == 303)
        #expect(page.location == "https://needme.test/f/t/retour?session_id=\(session.id)")
        let paid = try shop.read(session)
        #expect(paid.status == .complete)
        #expect(paid.paymentStatus == .paid)
        #expect(paid.paymentIntent?.hasPrefix("pi_") == true)
        #expect(paid.url == nil)
    }

    @Test(
        arguments: zip(
            ["0002", "9995", "0069", "0127", "0119"],
            ["a été refusée", "suffisamment approvisionnée", "a expiré", "cryptogramme", "Une erreur est survenue"]
        )
    )
    func `a refused card leaves the page open, and another card pays`(end: String, words: String) throws {
        let shop = try Shop()
        let session = try shop.open()
        let page = shop.stripe.pay(sessionURL: try url(session), card: "400000000000\(end)")
        #expect(page.status == 402)
        #expect(page.text.contains(words))
        #expect(try shop.read(session).status == .open)
        #expect(try shop.read(session).paymentStatus == .unpaid)
        shop.stripe.now = shop.stripe.now.adding(seconds: 60)
        shop.stripe.pay(sessionURL: try url(session))
        #expect(try shop.read(session).paymentStatus == .paid)
        #expect(try shop.read(session).paidAt == shop.stripe.now)
        let types = shop.stripe.deliverEvents().map(\.type)
        #expect(types.first == "payment_intent.payment_failed")
        #expect(types.count { $0 == "checkout.session.completed" } == 1)
    }

    @Test func `3-D Secure: refused, then accepted`() throws {
        let shop = try Shop()
        let session = try shop.open()
        let card = "4000 0025 0000 3155"
        let refused = shop.stripe.pay(sessionURL: try url(session), card: card, authenticates: false)
        #expect(refused.status == 402)
        #expect(refused.text.contains("authentifier"))
        #expect(try shop.read(session).status == .open)
        shop.stripe.pay(sessionURL: try url(session), card: card)
        #expect(try shop.read(session).paymentStatus == .paid)
    }

    @Test func `3-D Secure: accepted, and the card refused afterwards`() throws {
        let shop = try Shop()
        let session = try shop.open()
        #expect(shop.stripe.pay(sessionURL: try url(session), card: "4000008400001629").status == 402)
        #expect(try shop.read(session).paymentStatus == .unpaid)
    }

    @Test func `a double click pays once`() throws {
        let shop = try Shop()
        let session = try shop.open()
        let first = shop.stripe.pay(sessionURL: try url(session))
        let second = shop.stripe.pay(sessionURL: try url(session))
        #expect(first.location == second.location)
        #expect(shop.stripe.deliverEvents().count { $0.type == "charge.succeeded" } == 1)
    }

    @Test func `what is typed wrong is said, and nothing happens`() throws {
        let shop = try Shop()
        let address = try url(shop.open())
        #expect(shop.stripe.pay(sessionURL: address, card: "1234").text.contains("n’est pas valide"))
        #expect(shop.stripe.pay(sessionURL: address, email: "").text.contains("adresse e-mail"))
        #expect(shop.stripe.post(address, [("email", "a@b.fr")]).status == 422)
        let old = [
            ("email", "a@b.fr"), ("cardNumber", "4242424242424242"), ("cardExpiry", "10/26"), ("cardCvc", "123"),
        ]
        #expect(shop.stripe.post(address, old).text.contains("est passée"))
        #expect(shop.stripe.deliverEvents().isEmpty)
    }

    @Test func `after its time the page says so and cannot be paid`() throws {
        let shop = try Shop()
        let session = try shop.open()
        shop.stripe.now = session.expiresAt
        #expect(shop.stripe.open(try url(session)).text.contains("a expiré"))
        #expect(shop.stripe.pay(sessionURL: try url(session)).status == 410)
        #expect(try shop.read(session).status == .expired)
        #expect(shop.stripe.deliverEvents().map(\.type) == ["checkout.session.expired"])
    }

    @Test func `a paid page says so`() throws {
        let shop = try Shop()
        let session = try shop.open()
        shop.stripe.pay(sessionURL: try url(session))
        #expect(shop.stripe.open(try url(session)).text.contains("Ce paiement est terminé"))
    }

    @Test func `a session is closed once, and not after it was paid`() throws {
        let shop = try Shop()
        let session = try shop.open()
        #expect(try shop.stripe.client.expireCheckoutSession(id: session.id, account: shop.account).status == .expired)
        let again = refusal { _ = try shop.stripe.client.expireCheckoutSession(id: session.id, account: shop.account) }
        #expect(again?.status == 400)
        let paid = try shop.open(key: "2")
        shop.stripe.pay(sessionURL: try url(paid))
        let late = refusal { _ = try shop.stripe.client.expireCheckoutSession(id: paid.id, account: shop.account) }
        #expect(late?.message?.contains("complete") == true)
    }
}
