import Accounting
import Stripe
import StripeSimulator
import StripeTestSupport
import Testing

@Suite struct `Klarna and slow payments on the simulated Checkout` {
    private func url(_ session: CheckoutSession) throws -> String { try #require(session.url) }

    @Test func `Klarna, when it is offered: cancelled, refused, accepted`() throws {
        let shop = try Shop()
        var new = shop.new
        new.offersKlarna = true
        let session = try shop.open(new)
        #expect(session.paymentMethodTypes == ["card", "klarna"])
        let address = try url(session)
        #expect(shop.stripe.payWithKlarna(sessionURL: address, decision: "cancel").status == 200)
        #expect(shop.stripe.payWithKlarna(sessionURL: address, email: "customer+denied@email.fr").status == 402)
        #expect(shop.stripe.payWithKlarna(sessionURL: address, code: "999999").status == 402)
        #expect(try shop.read(session).status == .open)
        #expect(shop.stripe.payWithKlarna(sessionURL: address).status == 303)
        #expect(try shop.read(session).paymentStatus == .paid)
    }

    @Test func `Klarna is not taken where it is not offered, nor offered when the account has lost it`() throws {
        let shop = try Shop()
        #expect(shop.stripe.payWithKlarna(sessionURL: try url(shop.open())).status == 422)
        shop.stripe.control("accounts/\(shop.account)/klarna")
        var new = shop.new
        new.offersKlarna = true
        #expect(try shop.open(new, key: "2").paymentMethodTypes == ["card"])
    }

    @Test(arguments: [true, false]) func `a slow payment is complete and unpaid, then paid or not`(succeeds: Bool)
        throws
    {
        let shop = try Shop()
        shop.stripe.faults.delaysPayments = true
        let session = try shop.open()
        shop.stripe.pay(sessionURL: try url(session))
        let waiting = try shop.read(session)
        #expect(waiting.status == .complete)
        #expect(waiting.paymentStatus == .unpaid)
        shop.stripe.control("payments/\(try #require(waiting.paymentIntent))/\(succeeds ? "succeed" : "fail")")
        #expect(try shop.read(session).paymentStatus == (succeeds ? .paid : .unpaid))
        #expect(try shop.read(session).delayedPaymentFailed == !succeeds)
        let types = shop.stripe.deliverEvents().map(\.type).filter { $0.hasPrefix("checkout") }
        let last = "checkout.session.async_payment_" + (succeeds ? "succeeded" : "failed")
        #expect(types == ["checkout.session.completed", last])
    }
}
