import Accounting
import Stripe
import StripeSimulator
import StripeTestSupport
import Testing

@Suite struct `A customer who wanders on the simulated Checkout` {
    private func url(_ session: CheckoutSession) throws -> String { try #require(session.url) }

    private func charges(_ shop: Shop) -> Int {
        shop.stripe.deliverEvents().count { $0.type == "charge.succeeded" }
    }

    @Test func `the back button after paying shows that it is paid, and paying again leads back to the seller`() throws
    {
        let shop = try Shop()
        let session = try shop.open()
        let paid = shop.stripe.pay(sessionURL: try url(session))
        let page = shop.stripe.open(try url(session))
        #expect(page.text.contains("Ce paiement est terminé") && !page.text.contains("cardNumber"))
        #expect(shop.stripe.pay(sessionURL: try url(session)).location == paid.location)
        #expect(charges(shop) == 1)
    }

    @Test func `the back button from the bank's page leaves the choice of another card`() throws {
        let shop = try Shop()
        let session = try shop.open()
        let address = try url(session)
        let fields = [
            ("email", "a@b.fr"), ("cardNumber", "4000002500003155"), ("cardExpiry", "12/34"), ("cardCvc", "123"),
            ("action", "card"),
        ]
        let bank = SimulatedStripe.address + (try #require(shop.stripe.post(address, fields).location))
        #expect(shop.stripe.open(bank).text.contains("3-D Secure"))
        #expect(shop.stripe.open(address).text.contains("cardNumber"))
        shop.stripe.pay(sessionURL: address)
        #expect(try shop.read(session).paymentStatus == .paid)
        #expect(shop.stripe.open(bank).location == "/c/pay/\(session.id)")
        #expect(shop.stripe.post(bank, [("decision", "accept")]).location != nil)
        #expect(charges(shop) == 1)
    }

    @Test func `leaving by the way back changes nothing`() throws {
        let shop = try Shop()
        let session = try shop.open()
        let page = shop.stripe.open(try url(session))
        #expect(page.text.contains("href=\"https://needme.test/f/t\""))
        #expect(try shop.read(session) == session)
        #expect(shop.stripe.deliverEvents().isEmpty)
    }

    @Test(arguments: [true, false]) func `a page kept open after its end takes no money`(wasClosed: Bool) throws {
        let shop = try Shop()
        let session = try shop.open()
        let address = try url(session)
        #expect(shop.stripe.open(address).text.contains("cardNumber"))
        if wasClosed {
            _ = try shop.stripe.client.expireCheckoutSession(id: session.id, account: shop.account)
        } else {
            shop.stripe.now = session.expiresAt
        }
        let late = shop.stripe.pay(sessionURL: address)
        #expect(late.status == 410)
        #expect(late.text.contains("Rien n’a été débité") && late.text.contains("href=\"https://needme.test/f/t\""))
        #expect(shop.stripe.payment(ofSession: session.id) == nil)
        #expect(shop.stripe.deliverEvents().map(\.type) == ["checkout.session.expired"])
    }

    @Test func `a bank's page kept open after the end takes no money either`() throws {
        let shop = try Shop()
        let session = try shop.open()
        let address = try url(session)
        let fields = [
            ("email", "a@b.fr"), ("cardNumber", "4000000000003220"), ("cardExpiry", "12/34"), ("cardCvc", "123"),
            ("action", "card"),
        ]
        let bank = SimulatedStripe.address + (try #require(shop.stripe.post(address, fields).location))
        shop.stripe.now = session.expiresAt
        #expect(shop.stripe.post(bank, [("decision", "accept")]).status == 410)
        #expect(try shop.read(session).paymentStatus == .unpaid)
        #expect(charges(shop) == 0)
    }

    @Test func `two pages of one invoice, both paid, are two payments`() throws {
        let shop = try Shop()
        let first = try shop.open(key: "1")
        let second = try shop.open(key: "2")
        shop.stripe.pay(sessionURL: try url(first))
        shop.stripe.pay(sessionURL: try url(second))
        let payments = [first, second].map { shop.stripe.payment(ofSession: $0.id) }
        #expect(Set(payments.compactMap(\.self)).count == 2)
        let told = shop.stripe.deliverEvents().filter { $0.type == "checkout.session.completed" }.map(\.json)
        #expect(told.map { $0["data"]["object"]["metadata"]["invoice_id"] } == ["12", "12"])
        #expect(Set(told.compactMap { $0["data"]["object"]["id"].text }) == [first.id, second.id])
    }
}
