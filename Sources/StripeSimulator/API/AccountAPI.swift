extension Simulator {
    /// `POST /v1/accounts`, for Express accounts whose fees the platform pays and whose losses Stripe bears, and nothing else.
    mutating func createAccount(_ call: APICall) throws(APIError) -> JSON {
        let parameters = call.parameters
        try parameters.allowOnly([
            "country", "email", "default_currency", "business_profile[url]", "business_profile[name]",
            "controller[stripe_dashboard][type]", "controller[fees][payer]", "controller[losses][payments]",
            "controller[requirement_collection]", "capabilities[*][requested]", "metadata[*]",
        ])
        try checkController(parameters)
        let country = try parameters.require("country")
        guard country == "FR" else {
            throw .invalid("country", "Invalid country: \(country)", code: "country_unsupported")
        }
        let account = AccountRecord(
            id: newIdentifier("acct_"),
            created: time,
            email: parameters["email"],
            website: try parameters.address("business_profile[url]"),
            country: country,
            metadata: try parameters.metadata("metadata"),
            requestedCapabilities: ["card_payments", "klarna_payments", "transfers"].filter {
                parameters["capabilities[\($0)][requested]"] == "true"
            }
        )
        state.accounts.append(account)
        return json(account)
    }

    /// Refuses a combination in which our price could not be kept.
    private func checkController(_ parameters: Parameters) throws(APIError) {
        let wanted = [
            "controller[stripe_dashboard][type]": "express", "controller[fees][payer]": "application",
            "controller[losses][payments]": "stripe", "controller[requirement_collection]": "stripe",
        ]
        for (key, value) in wanted.sorted(by: { $0.key < $1.key }) where try parameters.require(key) != value {
            throw .invalid(key, "The simulator knows \(key)=\(value) only.")
        }
    }

    /// `GET /v1/accounts/{id}`.
    func retrieveAccount(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        try call.parameters.allowOnly([])
        guard let account = state.account(id), account.stage != .revoked else { throw .noAccess(to: id) }
        return json(account)
    }

    /// `GET /v1/account`: the platform's own, of which its identifier is enough.
    func retrievePlatform(_ call: APICall) throws(APIError) -> JSON {
        try call.parameters.allowOnly([])
        return ["id": "acct_1SimulatedPlatform", "object": "account", "country": "FR", "default_currency": "eur"]
    }

    /// `POST /v1/account_links`; the link lives five minutes.
    mutating func createAccountLink(_ call: APICall) throws(APIError) -> JSON {
        let parameters = call.parameters
        try parameters.allowOnly([
            "account", "type", "return_url", "refresh_url", "collection_options[fields]",
            "collection_options[future_requirements]",
        ])
        let id = try parameters.require("account")
        guard let account = state.account(id) else { throw .noSuch("account", id, parameter: "account") }
        guard account.stage != .revoked else { throw .noAccess(to: id) }
        guard account.dashboard == .express else {
            throw .invalid("account", "You cannot create Account Links for an account connected by OAuth.")
        }
        guard try parameters.require("type") == "account_onboarding" else {
            throw .invalid("type", "You cannot create account_update type Account Links for this account.")
        }
        guard let returnURL = try parameters.address("return_url") else { throw .missing("return_url") }
        guard let refreshURL = try parameters.address("refresh_url") else { throw .missing("refresh_url") }
        let link = LinkRecord(
            id: newIdentifier("l"),
            account: id,
            returnURL: returnURL,
            refreshURL: refreshURL,
            expiresAt: time + 300
        )
        state.links.append(link)
        return [
            "object": "account_link",
            "created": .integer(time),
            "expires_at": .integer(link.expiresAt),
            "url": .text("\(settings.publicAddress)/setup/s/\(link.id)"),
        ]
    }
}
