extension StripeClient {
    /// Creates a freelancer's account: Express dashboard, Stripe's prices paid by the platform, losses borne by Stripe
    /// (Stripe, "Controller properties"): so the freelancer pays our 1,7 % + 0,25 € and nothing else.
    ///
    /// Nothing but e-mail, country and site is filled in: more would lose the reuse of an existing verified business.
    /// The identifier must be stored before the freelancer is sent away.
    /// - Parameters:
    ///   - email: the freelancer's address.
    ///   - website: the address of their site, if they have one.
    ///   - userReference: what we call the freelancer.
    ///   - idempotencyKey: the freelancer and the number of the attempt.
    /// - Returns: an account that cannot take payments yet.
    /// - Throws: why there is none.
    public func createAccount(
        email: String,
        website: String?,
        userReference: String,
        idempotencyKey: String
    ) throws(StripeError) -> Account {
        let parameters: Parameter = [
            "country": "FR",
            "email": .text(email),
            "default_currency": "eur",
            "business_profile": ["url": .optional(website)],
            "controller": [
                "stripe_dashboard": ["type": "express"],
                "fees": ["payer": "application"],
                "losses": ["payments": "stripe"],
                "requirement_collection": "stripe",
            ],
            "capabilities": [
                "card_payments": ["requested": true],
                "klarna_payments": ["requested": true],
                "transfers": ["requested": true],
            ],
            "metadata": ["user_id": .text(userReference)],
        ]
        return try post("/v1/accounts", parameters, idempotencyKey: idempotencyKey)
    }

    /// Reads a freelancer's account as it is now.
    public func retrieveAccount(id: String) throws(StripeError) -> Account {
        try get("/v1/accounts/" + percentEncoded(id))
    }
}
