import Curl
import Stripe
import Testing

@Suite struct `Trying again` {
    private func retrieve(_ stripe: ScriptedExchange, tries: Int = 3) throws(StripeError) -> CheckoutSession {
        try stripe.client(tries: tries).retrieveCheckoutSession(id: "cs_test_1", account: "acct_1")
    }

    @Test(arguments: [409, 429, 500, 503]) func `a passing trouble is tried again`(status: Int) throws {
        let stripe = ScriptedExchange(.answer(status, "busy"), .answer(status, "busy"), .answer(200, Sample.session))
        #expect(try retrieve(stripe).id == "cs_test_1")
        #expect(stripe.pauses == [500, 1_000])
    }

    @Test func `a broken connection is tried again with the same bytes and the same key`() throws {
        let stripe = ScriptedExchange(.broken(mayHaveArrived: true), .answer(200, Sample.account))
        _ = try stripe.client().createAccount(email: "a@b.fr", website: nil, userReference: "7", idempotencyKey: "k1")
        #expect(stripe.requests.count == 2)
        #expect(stripe.requests[0].body == stripe.requests[1].body)
        #expect(stripe.requests.allSatisfy { $0.headers.contains(HTTPHeader("Idempotency-Key", "k1")) })
    }

    @Test func `three tries, six seconds each: a person who waits gets an answer`() {
        let broken = ScriptedExchange.Outcome.broken(mayHaveArrived: true)
        let stripe = ScriptedExchange(broken, broken, broken)
        #expect(throws: StripeError.unavailable(timeout, mayHaveHappened: true)) { try retrieve(stripe) }
        #expect(stripe.requests.map(\.timeoutMilliseconds) == [6_000, 6_000, 6_000])
        #expect(stripe.pauses.reduce(18_000, +) < 20_000)
    }

    @Test func `pauses double up to five seconds`() {
        let stripe = ScriptedExchange(
            .answer(500, ""),
            .answer(500, ""),
            .answer(500, ""),
            .answer(500, ""),
            .answer(500, ""),
            .answer(500, "")
        )
        #expect(throws: StripeError.self) { try retrieve(stripe, tries: 6) }
        #expect(stripe.pauses == [500, 1_000, 2_000, 4_000, 5_000])
    }

    @Test func `nothing was done when no connection was ever made`() {
        let stripe = ScriptedExchange(.broken(mayHaveArrived: false))
        #expect(throws: StripeError.unavailable(timeout, mayHaveHappened: false)) { try retrieve(stripe, tries: 1) }
    }

    @Test func `one try that may have arrived leaves a doubt`() {
        let stripe = ScriptedExchange(.broken(mayHaveArrived: true), .broken(mayHaveArrived: false))
        #expect(throws: StripeError.unavailable(timeout, mayHaveHappened: true)) { try retrieve(stripe, tries: 2) }
    }

    @Test func `Stripe's word on retrying goes before the status`() throws {
        let no = ScriptedExchange(.answer(500, "", ["stripe-should-retry": "false"]))
        #expect(throws: StripeError.unavailable(.status(500, requestID: nil), mayHaveHappened: true)) {
            try retrieve(no)
        }
        let yes = ScriptedExchange(.answer(400, "", ["stripe-should-retry": "true"]), .answer(200, Sample.session))
        #expect(try retrieve(yes).id == "cs_test_1")
    }

    private let timeout = StripeError.Cause.transport(code: 28, message: "Timeout was reached")
}
