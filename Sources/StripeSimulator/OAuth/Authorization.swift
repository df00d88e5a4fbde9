import Web

/// What a platform asks the owner of an account for, as it stands in the address.
struct AuthorizationRequest {
    let redirectURI: String
    let state: String?

    init(_ form: Form, settings: SimulatorSettings) throws(OAuthError) {
        let client = form["client_id"] ?? ""
        guard client == settings.clientID else { throw .unknownClient(client) }
        guard form["response_type"] == "code" else {
            throw OAuthError(code: "unsupported_response_type", description: "response_type must be 'code'")
        }
        guard form["scope"] == "read_write" else {
            throw OAuthError(code: "invalid_scope", description: "The simulator knows scope=read_write only")
        }
        guard let address = form["redirect_uri"] ?? settings.redirectURIs.first else {
            throw .missing("redirect_uri")
        }
        guard settings.redirectURIs.contains(address) else {
            throw OAuthError(code: "invalid_redirect_uri", description: "Not among the registered ones: \(address)")
        }
        redirectURI = address
        state = form["state"]
    }

    /// Where the owner goes who wants none of it.
    var refusal: Response {
        answer([
            Form.Field("error", "access_denied"), Form.Field("error_description", "The user denied your request"),
        ])
    }

    /// Where the owner goes with the answer.
    func answer(_ fields: [Form.Field]) -> Response {
        let query = Form(fields + (state.map { [Form.Field("state", $0)] } ?? []))
        return .redirect(to: redirectURI + (redirectURI.contains("?") ? "&" : "?") + query.encoded)
    }
}

extension Simulator {
    /// `GET /oauth/authorize`: the owner of an account logs in; a wrong request is explained here and leads nowhere.
    func showAuthorization(_ query: Form) -> Response {
        do throws(OAuthError) {
            _ = try AuthorizationRequest(query, settings: settings)
            return authorizationPage(query)
        } catch {
            return explanation(of: error)
        }
    }

    /// The owner pressed « Autoriser l’accès » or « Refuser ».
    mutating func answerAuthorization(_ query: Form, _ form: Form) -> Response {
        do throws(OAuthError) {
            let request = try AuthorizationRequest(query, settings: settings)
            guard form["decision"] == "accept" else { return request.refusal }
            guard let account = existingAccount(form) else {
                return authorizationPage(query, complaint: "Saisissez l’adresse e-mail de votre compte et son nom.")
            }
            let code = CodeRecord(id: newIdentifier("ac_"), account: account, expiresAt: time + 300)
            state.codes.append(code)
            return request.answer([Form.Field("code", code.id), Form.Field("scope", "read_write")])
        } catch {
            return explanation(of: error)
        }
    }

    private func explanation(of error: OAuthError) -> Response {
        notice("Connexion impossible", "\(error.code) : \(error.description).", status: 400)
    }

    /// The account that was chosen, or one that has been there all along under this address; nil without an address.
    private mutating func existingAccount(_ form: Form) -> String? {
        if let chosen = form["account"], chosen != "other" {
            return state.account(chosen).flatMap { $0.dashboard == .full ? chosen : nil }
        }
        guard let email = form["email"], email.contains("@"), let name = form["name"], !name.isEmpty else { return nil }
        if let known = state.accounts.first(where: { $0.dashboard == .full && $0.email == email }) { return known.id }
        var account = AccountRecord(
            id: newIdentifier("acct_"),
            created: time,
            email: email,
            website: nil,
            country: "FR",
            metadata: [:],
            requestedCapabilities: ["card_payments", "klarna_payments", "transfers"]
        )
        account.dashboard = .full
        account.name = name
        account.hasBank = true
        account.statementDescriptor = String(name.uppercased().prefix(22))
        account.statementDescriptorPrefix = AccountRecord.shortLabel(of: name.uppercased())
        account.stage = .revoked
        account.stageBefore = .enabled
        state.accounts.append(account)
        return account.id
    }
}
