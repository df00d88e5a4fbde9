import Curl
import Stripe
import Testing

@Suite struct `Stripe's refusals` {
    private let requestID = ["request-id": "req_1"]
    private let notJSON = "not JSON, or a number that is not whole"

    private func error(_ outcome: ScriptedExchange.Outcome) -> StripeError? {
        let stripe = ScriptedExchange(outcome)
        return #expect(throws: StripeError.self) {
            try stripe.client(tries: 1).retrieveCheckoutSession(id: "cs_test_1", account: "acct_1")
        }
    }

    @Test(arguments: [400, 401, 402, 403, 404]) func `a no is final and keeps Stripe's words`(status: Int) throws {
        let body = Sample.error(type: "invalid_request_error", code: "parameter_unknown", param: "foo")
        guard case .refused(let refusal) = error(.answer(status, body, requestID)) else {
            Issue.record("not a refusal")
            return
        }
        #expect(refusal.status == status)
        #expect(refusal.type == "invalid_request_error")
        #expect(refusal.code == "parameter_unknown")
        #expect(refusal.parameter == "foo")
        #expect(refusal.message == "About jeanne@exemple.fr")
        #expect(refusal.requestID == "req_1")
    }

    @Test func `an account that left is told apart from other refusals`() {
        let body = Sample.error(type: "invalid_request_error", code: "account_invalid")
        #expect(error(.answer(403, body, requestID)) == .accountGone(requestID: "req_1"))
    }

    @Test func `too many requests`() {
        #expect(error(.answer(429, "", requestID)) == .rateLimited(requestID: "req_1"))
    }

    @Test func `an idempotency key in use leaves a doubt`() {
        #expect(
            error(.answer(409, "")) == .unavailable(.status(409, requestID: nil), mayHaveHappened: true)
        )
    }

    @Test func `an answer that is not JSON, or not the object, is unreadable`() {
        #expect(error(.answer(200, "<html>", requestID)) == .unreadable(reason: notJSON, requestID: "req_1"))
        #expect(error(.answer(200, "{}")) == .unreadable(reason: "id is missing", requestID: nil))
    }

    @Test func `an amount is whole cents or nothing`() {
        let fraction = Sample.session.replacing("12000", with: "120.5")
        #expect(error(.answer(200, fraction)) == .unreadable(reason: notJSON, requestID: nil))
    }

    @Test func `no description shows the key, a body or a person`() {
        let settings = StripeSettings(secretKey: "sk_test_secret")
        let refused = error(.answer(400, Sample.error(type: "invalid_request_error"), requestID))
        let shown =
            "\(settings) \(String(reflecting: settings)) \(String(describing: refused)) \(String(reflecting: refused))"
        #expect(!shown.contains("sk_test_secret"))
        #expect(!shown.contains("jeanne"))
        #expect(shown.contains("req_1"))
    }
}
