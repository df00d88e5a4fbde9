import Accounting
import Curl
import Stripe
import StripeSimulator
import StripeTestSupport
import Testing

@Suite struct `Events of the simulator` {
    private func paidShop(_ faults: (inout Faults) -> Void = { _ in }) throws -> Shop {
        let shop = try Shop()
        faults(&shop.stripe.faults)
        let session = try shop.open()
        shop.stripe.pay(sessionURL: try #require(session.url))
        return shop
    }

    private func verify(_ event: SignedEvent, at now: Instant) throws(SignatureError) {
        let secret = SimulatedStripe.webhookSecrets[event.scope] ?? ""
        try WebhookSignature.verify(header: event.signature, body: event.body, secrets: [secret], now: now)
    }

    @Test func `a payment is told to both endpoints, signed with their secrets`() throws {
        let shop = try paidShop()
        let events = shop.stripe.deliverEvents()
        #expect(
            events.map(\.type) == [
                "payment_intent.succeeded", "charge.succeeded", "checkout.session.completed", "application_fee.created",
            ]
        )
        #expect(events.map(\.scope) == [.connect, .connect, .connect, .platform])
        for event in events { try verify(event, at: shop.stripe.now) }
        let completed = try Event(json: events[2].body)
        #expect(completed.account == shop.account)
        guard case .checkoutSession(let session) = completed.object else {
            Issue.record("not a session")
            return
        }
        #expect(session.paymentStatus == .paid)
        #expect(session.amountTotal == Cents(123_456))
        #expect(try Event(json: events[3].body).account == nil)
        #expect(shop.stripe.deliverEvents().isEmpty)
    }

    @Test func `twice`() throws {
        let shop = try paidShop { $0.duplicatesEvents = true }
        let bodies = shop.stripe.deliverEvents().filter { $0.type == "checkout.session.completed" }.map(\.body)
        #expect(bodies.count == 2)
        #expect(bodies.first == bodies.last)
    }

    @Test func `never, but they can be listed and sent again`() throws {
        let shop = try paidShop { $0.losesEvents = true }
        #expect(shop.stripe.deliverEvents().isEmpty)
        let list = try shop.call("GET", "/v1/events?types[]=checkout.session.completed")
        let text = try #require(list.text.firstRange(of: "evt_"))
        let id = String(list.text[text.lowerBound...].prefix { $0 != "\"" })
        shop.stripe.control("events/\(id)/resend")
        #expect(shop.stripe.deliverEvents().map(\.type) == ["checkout.session.completed"])
    }

    @Test func `later`() throws {
        let shop = try paidShop { $0.delaySeconds = 60 }
        #expect(shop.stripe.deliverEvents().isEmpty)
        shop.stripe.now = shop.stripe.now.adding(seconds: 60)
        let events = shop.stripe.deliverEvents()
        #expect(events.count == 4)
        try verify(events[0], at: shop.stripe.now)
    }

    @Test func `each after the next`() throws {
        let shop = try paidShop { $0.reversesEvents = true }
        #expect(
            shop.stripe.deliverEvents().map(\.type) == [
                "charge.succeeded", "payment_intent.succeeded", "application_fee.created", "checkout.session.completed",
            ]
        )
    }

    @Test func `in any order, and each once`() throws {
        let shop = try Shop()
        shop.stripe.faults.shufflesEvents = true
        for number in 0..<5 { shop.stripe.pay(sessionURL: try #require(shop.open(key: "\(number)").url)) }
        let told = shop.stripe.deliverEvents().compactMap { $0.json["id"].text }
        #expect(told.count == 20 && Set(told).count == 20)
        let happened = try shop.call("GET", "/v1/events?limit=100").json.ids.reversed().filter { told.contains($0) }
        #expect(told.filter { happened.contains($0) } != Array(happened))
    }

    @Test func `with the connection cut, and then again`() throws {
        let shop = try paidShop { $0.cutsEvents = true }
        let first = shop.stripe.deliverEvents()
        #expect(first.count == 4)
        #expect(shop.stripe.deliverEvents().isEmpty)
        shop.stripe.now = shop.stripe.now.adding(seconds: 2)
        let second = shop.stripe.deliverEvents()
        #expect(second.map(\.body) == first.map(\.body))
        #expect(second.map(\.signature) != first.map(\.signature))
        shop.stripe.now = shop.stripe.now.adding(seconds: 600)
        #expect(shop.stripe.deliverEvents().isEmpty)
    }

    @Test func `signed wrongly, long ago, or with two secrets`() throws {
        let wrong = try paidShop { $0.signing = .wrongSecret }
        #expect(throws: SignatureError.forged) { try verify(wrong.stripe.deliverEvents()[0], at: wrong.stripe.now) }
        let stale = try paidShop { $0.signing = .stale }
        #expect(throws: SignatureError.outOfTime(seconds: -600)) {
            try verify(stale.stripe.deliverEvents()[0], at: stale.stripe.now)
        }
        let rolled = try paidShop { $0.signing = .rolled }
        try verify(rolled.stripe.deliverEvents()[0], at: rolled.stripe.now)
    }
}
