import Accounting
import MariaDB
import Operations
import OperationsTestSupport
import Store
import Stripe
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing
import Web
import Webhooks

@Suite(.database(.needme)) struct `A knock of Stripe` {
    let story = Story()
    let bill: Bill
    let awaiting = Books.awaiting(Cents(135_000))

    init() throws {
        bill = try story.payableBill()
    }

    @Test(arguments: [Signing.wrongSecret, .stale]) func `signed wrongly or long ago changes nothing`(signing: Signing)
        throws
    {
        story.stripe.faults.signing = signing
        try story.pay(bill)
        #expect(try story.deliver() == [400, 400, 400, 400])
        #expect(try story.books(of: bill) == awaiting)
        #expect(try story.count("stripe_events") == 0)
    }

    @Test func `whose body was altered changes nothing`() throws {
        try story.pay(bill)
        for event in story.stripe.deliverEvents() {
            var request = Request(event)
            request.body[request.body.count / 2] ^= 1
            #expect(try webhooks().respond(to: request).status == 400)
        }
        #expect(try story.count("stripe_events") == 0)
    }

    @Test func `without a signature, or of the other endpoint, changes nothing`() throws {
        try story.pay(bill)
        for event in story.stripe.deliverEvents() {
            var unsigned = Request(event)
            unsigned.headers = Headers()
            #expect(try webhooks().respond(to: unsigned).status == 400)
            var misplaced = Request(event)
            misplaced.path =
                event.scope == .connect ? "/stripe/webhook/plateforme" : "/stripe/webhook/connect"
            #expect(try webhooks().respond(to: misplaced).status == 400)
        }
        #expect(try story.count("stripe_events") == 0)
    }

    @Test func `is believed while the secret is being replaced`() throws {
        story.stripe.faults.signing = .rolled
        try story.pay(bill)
        #expect(try story.deliver() == [200, 200, 200, 200])
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `of an unknown type is remembered, and nothing is done`() throws {
        #expect(try webhooks().respond(to: signed(#""type":"invoice.paid","livemode":false"#)).status == 200)
        #expect(try story.reader.outcome(ofEvent: "evt_1") == .ignored)
    }

    @Test func `of the other mode is remembered, and nothing is done`() throws {
        #expect(try webhooks().respond(to: signed(#""type":"account.updated","livemode":true"#)).status == 200)
        #expect(try story.reader.outcome(ofEvent: "evt_1") == .otherMode)
        #expect(try story.count("outbox") == 0)
    }

    @Test(arguments: ["", "{}", "[1]", "\u{0}", #"{"id":"evt_1"}"#])
    func `that is well signed but no event is refused`(body: String) throws {
        #expect(try webhooks().respond(to: signed(whole: body)).status == 400)
        #expect(try story.count("stripe_events") == 0)
    }

    @Test func `elsewhere, or with another method, finds nothing`() throws {
        #expect(try webhooks().respond(to: Request(.get, "/stripe/webhook/connect")).status == 404)
        #expect(try webhooks().respond(to: Request(.post, "/stripe/webhook")).status == 404)
    }

    @Test func `that fails is not taken for received, and the next delivery settles`() throws {
        try story.pay(bill)
        let events = story.stripe.deliverEvents()
        try story.database.connect().runUnprepared("RENAME TABLE register_heads TO lost_heads")
        for event in events where event.type == "checkout.session.completed" {
            #expect(throws: DatabaseError.self) { try story.knock(event) }
        }
        try story.database.connect().runUnprepared("RENAME TABLE lost_heads TO register_heads")
        #expect(try story.books(of: bill) == awaiting)
        for event in events { #expect(try story.knock(event) == 200) }
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    private func webhooks() -> Webhooks {
        Webhooks(office: story.office(of: .webhook), secrets: .simulated, takesRealMoney: false) { _, _ in }
    }

    private func signed(_ fields: String) -> Request {
        signed(
            whole:
                #"{"id":"evt_1","created":1795000000,"account":"acct_1",\#(fields),"data":{"object":{"object":"x"}}}"#
        )
    }

    private func signed(whole body: String) -> Request {
        let body = Array(body.utf8)
        let secret = SimulatedStripe.webhookSecrets[.connect] ?? ""
        var request = Request(.post, "/stripe/webhook/connect", body: body)
        request.headers.add("stripe-signature", WebhookSignature.header(body: body, secret: secret, at: story.now))
        return request
    }
}
