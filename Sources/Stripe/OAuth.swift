/// Connecting an account that exists already (Stripe, "Connect OAuth reference").
public struct OAuth: Sendable {
    /// The platform's identifier for OAuth, `ca_…`.
    public let clientID: String

    /// OAuth for a platform.
    public init(clientID: String) {
        self.clientID = clientID
    }
}

extension StripeClient {
    /// Where a freelancer agrees to connect their account.
    ///
    /// - Parameters:
    ///   - oauth: the platform.
    ///   - state: comes back with the answer; ours to compare before anything else.
    ///   - redirectURI: where the answer comes; one of those registered at Stripe.
    ///   - email: filled in for them.
    /// - Returns: the address.
    public func authorizeURL(_ oauth: OAuth, state: String, redirectURI: String, email: String) -> String {
        let query: Parameter = [
            "response_type": "code",
            "client_id": .text(oauth.clientID),
            "scope": "read_write",
            "redirect_uri": .text(redirectURI),
            "state": .text(state),
            "stripe_user": ["email": .text(email), "country": "FR"],
        ]
        return connectAddress + "/oauth/authorize?" + query.formEncoded
    }

    /// Exchanges the code that came back for the account that was granted.
    ///
    /// A code lives five minutes and works once; "using it twice revokes the connection", so this call is never repeated.
    public func exchangeAuthorizationCode(_ code: String) throws(StripeError) -> OAuthGrant {
        let parameters: Parameter = ["grant_type": "authorization_code", "code": .text(code)]
        return try postToConnect("/oauth/token", parameters, tries: 1)
    }

    /// Ends the connection of an account that existed before.
    public func deauthorize(_ oauth: OAuth, account: String) throws(StripeError) {
        let parameters: Parameter = ["client_id": .text(oauth.clientID), "stripe_user_id": .text(account)]
        let _: End = try postToConnect("/oauth/deauthorize", parameters)
    }

    /// The answer says nothing that the question did not.
    private struct End: Decodable {}
}

/// The account that a freelancer has granted.
public struct OAuthGrant: Sendable, Equatable, Decodable {
    /// The account's name, `acct_…`.
    public let account: String
    /// Whether it takes real money through this grant.
    public let isLive: Bool

    private enum CodingKeys: String, CodingKey {
        case account = "stripe_user_id"
        case isLive = "livemode"
    }
}
