import Curl
import Stripe
import StripeSimulator
import StripeTestSupport
import Testing

@Suite struct `Faults of the simulator` {
    @Test(arguments: [429, 409, 503]) func `a passing trouble does not reach the caller`(status: Int) throws {
        let shop = try Shop()
        shop.stripe.faults.nextStatuses = [status, status]
        #expect(try shop.open().status == .open)
        #expect(shop.stripe.pauses == [500, 500])
    }

    @Test func `a 500 is kept under its key, and another key gets through`() throws {
        let shop = try Shop()
        shop.stripe.faults.nextStatuses = [500]
        #expect { try shop.open() } throws: {
            if case StripeError.unavailable(.status(500, _), mayHaveHappened: true) = $0 { true } else { false }
        }
        #expect(try shop.open(key: "2").status == .open)
    }

    @Test func `a lost answer is found again with the same key`() throws {
        let shop = try Shop()
        shop.stripe.faults.lostAnswers = 1
        let session = try shop.open()
        let list = try shop.call("GET", "/v1/checkout/sessions").text
        #expect(list.components(of: "cs_test_") == list.components(of: session.id))
    }

    @Test func `the panel switches every fault on, shows it, and switches it off`() throws {
        let stripe = SimulatedStripe()
        let boxes = ["duplicates", "loses", "reverses", "shuffles", "cuts", "slow", "balance"]
        let values = [("delay", "60"), ("statuses", "409, 429"), ("lost", "2"), ("signing", "stale")]
        stripe.control("faults", boxes.map { ($0, "1") } + values)
        var all = Faults()
        all.duplicatesEvents = true
        all.losesEvents = true
        all.reversesEvents = true
        all.shufflesEvents = true
        all.cutsEvents = true
        all.delaysPayments = true
        all.delaysBalance = true
        all.delaySeconds = 60
        all.nextStatuses = [409, 429]
        all.lostAnswers = 2
        all.signing = .stale
        #expect(stripe.faults == all)
        let panel = stripe.open(SimulatedStripe.address + "/").text
        for name in boxes { #expect(panel.contains("name=\"\(name)\" value=\"1\" checked"), "\(name)") }
        stripe.control("faults")
        #expect(stripe.faults == Faults())
    }

    @Test func `a restart forgets nothing`() throws {
        let shop = try Shop()
        let session = try shop.open()
        try shop.stripe.restart()
        #expect(try shop.open().id == session.id)
        shop.stripe.pay(sessionURL: shop.stripe.sessionURL(session.id))
        try shop.stripe.restart()
        #expect(try shop.read(session).paymentStatus == .paid)
        #expect(shop.stripe.deliverEvents().count == 4)
    }
}

extension String {
    /// How many times a text stands in it as an identifier.
    fileprivate func components(of text: String) -> Int {
        ranges(of: "\"id\":\"" + text).count
    }
}
