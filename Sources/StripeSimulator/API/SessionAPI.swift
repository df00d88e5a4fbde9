extension Simulator {
    /// `POST /v1/checkout/sessions`.
    mutating func createSession(_ call: APICall) throws(APIError) -> JSON {
        let account = try connectedAccount(call)
        let parameters = call.parameters
        try SessionRules.check(parameters)
        try SessionRules.checkStatement(parameters, on: account)
        let amount = try SessionRules.amount(parameters)
        let fee = try SessionRules.fee(parameters, amount: amount)
        let expiry = try SessionRules.expiry(parameters, now: time)
        guard account.chargesEnabled else {
            throw APIError(message: "Your account cannot currently make charges.")
        }
        guard let successURL = try parameters.address("success_url") else { throw .missing("success_url") }
        let session = SessionRecord(
            id: newIdentifier("cs_test_"),
            account: account.id,
            created: time,
            expiresAt: expiry,
            amount: amount,
            currency: "eur",
            applicationFee: fee,
            title: parameters["line_items[0][price_data][product_data][name]"] ?? "",
            description: parameters["payment_intent_data[description]"],
            statementDescriptorSuffix: parameters["payment_intent_data[statement_descriptor_suffix]"],
            clientReferenceID: parameters["client_reference_id"],
            customerEmail: parameters["customer_email"],
            successURL: successURL,
            cancelURL: try parameters.address("cancel_url"),
            methods: offered(parameters, on: account),
            metadata: try parameters.metadata("metadata"),
            paymentMetadata: try parameters.metadata("payment_intent_data[metadata]"),
            locale: parameters["locale"] ?? "auto"
        )
        state.sessions.append(session)
        return json(session, call.expansion)
    }

    /// `GET /v1/checkout/sessions?payment_intent=…`, newest first.
    func listSessions(_ call: APICall) throws(APIError) -> JSON {
        let account = try connectedAccount(call)
        let parameters = call.parameters
        try parameters.allowOnly(Self.listParameters + ["payment_intent", "status"])
        let period = try parameters.createdBetween()
        return try paged(state.sessions, call) { session in
            session.account == account.id && session.created >= period.from && session.created < period.before
                && parameters.accepts(session.payment, as: "payment_intent")
                && parameters.accepts(session.status.rawValue, as: "status")
        } write: {
            json($0, call.expansion.ofElements)
        }
    }

    /// `GET /v1/checkout/sessions/{id}`.
    func retrieveSession(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        try call.parameters.allowOnly([])
        return json(try session(id, call), call.expansion)
    }

    /// `POST /v1/checkout/sessions/{id}/expire`.
    mutating func expireSession(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        try call.parameters.allowOnly([])
        let session = try session(id, call)
        guard session.status == .open else {
            throw APIError(
                message:
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a "
                    + "status of \(session.status.rawValue)."
            )
        }
        close(session.id)
        return json(try self.session(id, call), call.expansion)
    }

    /// The account that a call is made on: a revoked one and an unknown one get the same answer.
    func connectedAccount(_ call: APICall) throws(APIError) -> AccountRecord {
        guard let id = call.account else {
            throw APIError(message: "The simulator's platform sells nothing itself: send Stripe-Account.")
        }
        guard let account = state.account(id), account.stage != .revoked else { throw .noAccess(to: id) }
        return account
    }

    /// A session of the account that the call is made on.
    private func session(_ id: String, _ call: APICall) throws(APIError) -> SessionRecord {
        let account = try connectedAccount(call)
        guard let session = state.session(id), session.account == account.id else {
            throw .noSuch("checkout.session", id)
        }
        return session
    }

    /// The methods that are allowed and that the account has; a missing one is left out without a word.
    private func offered(_ parameters: Parameters, on account: AccountRecord) -> [String] {
        let allowed = parameters.list("allowed_payment_method_types")
        let excluded = parameters.list("excluded_payment_method_types")
        return ["card", "klarna"].filter { method in
            (allowed.isEmpty || allowed.contains(method)) && !excluded.contains(method)
                && account.capability(method == "card" ? "card_payments" : "klarna_payments") == "active"
        }
    }
}
