extension Simulator {
    /// `POST /oauth/token` and `POST /oauth/deauthorize`, which know no idempotency keys.
    mutating func answerOAuth(_ call: APICall) -> APIAnswer {
        do throws(OAuthError) {
            let body = try call.path.last == "token" ? fetchAccount(call.parameters) : deauthorize(call.parameters)
            return APIAnswer(status: 200, body: body.text)
        } catch {
            return error.answer
        }
    }

    /// The platform fetches, once and within five minutes, what the owner of an account has granted.
    ///
    /// > Authorization codes can be used only once; using one again revokes the connection.
    private mutating func fetchAccount(_ parameters: Parameters) throws(OAuthError) -> JSON {
        guard let grant = parameters["grant_type"] else { throw .missing("grant_type") }
        guard grant == "authorization_code" else {
            throw OAuthError(code: "unsupported_grant_type", description: "Unsupported grant_type: '\(grant)'")
        }
        guard let id = parameters["code"] else { throw .missing("code") }
        guard let code = state.codes.first(where: { $0.id == id }) else {
            throw OAuthError(code: "invalid_grant", description: "Authorization code does not exist: \(id)")
        }
        guard !code.isUsed else {
            move(code.account, to: .revoked)
            throw OAuthError(
                code: "invalid_grant",
                description:
                    "This authorization code has already been used. All tokens issued with this code have been revoked."
            )
        }
        guard code.expiresAt > time else {
            throw OAuthError(code: "invalid_grant", description: "Authorization code expired: \(id)")
        }
        state.change(\.codes, id) { $0.isUsed = true }
        readmit(code.account)
        return [
            "access_token": .text(newIdentifier("sk_test_")),
            "livemode": false,
            "refresh_token": .text(newIdentifier("rt_")),
            "token_type": "bearer",
            "stripe_publishable_key": .text(newIdentifier("pk_test_")),
            "stripe_user_id": .text(code.account),
            "scope": "read_write",
        ]
    }

    /// The platform gives an account up; one that it made itself it cannot.
    private mutating func deauthorize(_ parameters: Parameters) throws(OAuthError) -> JSON {
        guard let client = parameters["client_id"] else { throw .missing("client_id") }
        guard client == settings.clientID else { throw .unknownClient(client) }
        guard let id = parameters["stripe_user_id"] else { throw .missing("stripe_user_id") }
        guard let account = state.account(id), account.stage != .revoked else { throw .notConnected(id) }
        guard account.dashboard == .full else {
            throw OAuthError(
                code: "no_deauth_on_controlled_account",
                description: "This account is controlled by the platform and cannot be deauthorized."
            )
        }
        move(id, to: .revoked)
        return ["stripe_user_id": .text(id)]
    }
}
