import Accounting
import Stripe
import Testing

@Suite struct `Reading events` {
    @Test func `a session`() throws {
        let event = try Event(json: Sample.event(type: "checkout.session.completed", object: Sample.session))
        #expect(event.id == "evt_1")
        #expect(event.account == "acct_1")
        #expect(event.created == Instant(seconds: 1_795_000_001))
        guard case .checkoutSession(let session) = event.object else {
            Issue.record("not a session")
            return
        }
        #expect(session.status == .open)
        #expect(session.paymentStatus == .unpaid)
        #expect(session.amountTotal == Cents(12_000))
        #expect(session.paymentIntent == nil)
        #expect(session.metadata == ["invoice_number": "F-2026-0042"])
    }

    @Test func `words that Stripe adds later are kept as they are`() throws {
        let json = Sample.session.replacing("\"open\"", with: "\"paused\"").replacing("\"unpaid\"", with: "\"soon\"")
        let event = try Event(json: Sample.event(type: "checkout.session.completed", object: json))
        guard case .checkoutSession(let session) = event.object else {
            Issue.record("not a session")
            return
        }
        #expect(session.status == .other("paused"))
        #expect(session.paymentStatus == .other("soon"))
    }

    @Test(arguments: [#""pi_1""#, #"{"id":"pi_1","object":"payment_intent"}"#])
    func `a payment by its identifier or in place`(payment: String) throws {
        let json = Sample.session.replacing("\"payment_intent\":null", with: "\"payment_intent\":\(payment)")
        let event = try Event(json: Sample.event(type: "checkout.session.completed", object: json))
        guard case .checkoutSession(let session) = event.object else {
            Issue.record("not a session")
            return
        }
        #expect(session.paymentIntent == "pi_1")
    }

    @Test func `an account with what Stripe still wants`() throws {
        let event = try Event(json: Sample.event(type: "account.updated", object: Sample.account))
        guard case .account(let account) = event.object else {
            Issue.record("not an account")
            return
        }
        #expect(account.takesCards)
        #expect(account.requirements.currentlyDue == ["external_account"])
        #expect(account.requirements.eventuallyDue.isEmpty)
        #expect(account.requirements.currentDeadline == Instant(seconds: 1_795_009_999))
        #expect(account.requirements.errors.first?.code == "invalid_address")
        #expect(account.statementDescriptorPrefix == "ATELIER")
    }

    @Test(arguments: ["-1", "253402300800", "18000000000000", "9223372036854775807"])
    func `a time that no calendar has is refused`(created: String) {
        let json = #"{"id":"evt_1","type":"x","created":\#(created),"livemode":false,"data":{"object":{"object":"x"}}}"#
        let refusal = #expect(throws: UnreadableEvent.self) { try Event(json: Array(json.utf8)) }
        #expect(refusal?.reason == "created cannot be read")
    }

    @Test func `an identifier that no column of ours can hold is refused`() {
        let long = Sample.event(type: "x", object: #"{"object":"x"}"#, id: String(repeating: "e", count: 256))
        #expect(throws: UnreadableEvent.self) { try Event(json: long) }
    }

    @Test func `anything else is named, with the payment it is about`() throws {
        let event = try Event(
            json: Sample.event(
                type: "charge.refunded",
                object: #"{"object":"charge","id":"ch_1","payment_intent":"pi_1"}"#
            )
        )
        #expect(event.object == .other(type: "charge", id: "ch_1", payment: "pi_1"))
        let own = try Event(
            json: Sample.event(type: "balance.available", account: nil, object: #"{"object":"balance"}"#)
        )
        #expect(own.account == nil)
        #expect(own.object == .other(type: "balance", id: nil, payment: nil))
    }

    @Test(arguments: ["", "[]", "{", #"{"id":"evt_1"}"#, "\u{FF}"])
    func `what is not an event is refused without being quoted`(body: String) {
        #expect(throws: UnreadableEvent.self) { try Event(json: Array(body.utf8)) }
    }
}
