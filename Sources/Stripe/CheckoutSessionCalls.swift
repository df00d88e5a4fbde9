public import Accounting

extension StripeClient {
    /// Opens a payment page on a connected account: a direct charge, so that the freelancer is the seller.
    ///
    /// The key is the invoice and the number of the attempt: the same request with the same key gives the same session.
    public func createCheckoutSession(
        _ new: NewCheckoutSession,
        account: String,
        idempotencyKey: String
    ) throws(StripeError) -> CheckoutSession {
        try post("/v1/checkout/sessions", new.parameters, account: account, idempotencyKey: idempotencyKey)
    }

    /// Reads a payment page of a connected account as it is now, with its payment and when the money was taken.
    public func retrieveCheckoutSession(id: String, account: String) throws(StripeError) -> CheckoutSession {
        try get(
            "/v1/checkout/sessions/" + percentEncoded(id),
            query: ["expand": ["payment_intent.latest_charge.balance_transaction"]],
            account: account
        )
    }

    /// The payment page that a payment came through, with its payment; nil when it came through none.
    public func findCheckoutSession(payment: String, account: String) throws(StripeError) -> CheckoutSession? {
        let found: [CheckoutSession] = try list("/v1/checkout/sessions", of: payment, account: account) { $0.id }
        guard let session = found.first else { return nil }
        return try retrieveCheckoutSession(id: session.id, account: account)
    }

    /// The payment pages of a connected account on which somebody finished, made since a moment, newest first.
    public func listCompleteCheckoutSessions(
        since moment: Instant,
        account: String
    ) throws(StripeError) -> [CheckoutSession] {
        let more = [Parameter.Field(name: "status", value: "complete")]
        return try list("/v1/checkout/sessions", since: moment, more, account: account) { $0.id }
    }

    /// Closes a payment page, so that nobody can pay on it any more.
    ///
    /// A page that is no longer open is `refused`: it may just have been paid, so read it. There is no idempotency key, since
    /// Stripe would then repeat a failure for a day.
    public func expireCheckoutSession(id: String, account: String) throws(StripeError) -> CheckoutSession {
        try post("/v1/checkout/sessions/" + percentEncoded(id) + "/expire", account: account)
    }
}
