public import Accounting

/// A way into Stripe's forms for one freelancer; it works once and for a few minutes: redirect to it, never store or send it.
public struct AccountLink: Sendable, Equatable {
    /// Where the forms are.
    public let url: String
    /// When it stops working.
    public let expiresAt: Instant

    /// A link.
    public init(url: String, expiresAt: Instant) {
        self.url = url
        self.expiresAt = expiresAt
    }
}

extension AccountLink: Decodable {
    private enum Key: String, CodingKey {
        case url
        case expiresAt = "expires_at"
    }

    /// Reads Stripe's JSON.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        url = try values.decode(String.self, forKey: .url)
        expiresAt = try values.decode(Timestamp.self, forKey: .expiresAt).instant
    }
}

extension StripeClient {
    /// Opens Stripe's forms for an account, asking at once for everything that will be wanted (Stripe API reference, "Create an account link").
    ///
    /// A retry may make a second link; the first then dies unused.
    /// - Parameters:
    ///   - account: the freelancer's account.
    ///   - returnURL: where the freelancer comes back, finished or not; it proves nothing, so read the account there.
    ///   - refreshURL: where the freelancer comes back when the link no longer works; make a new one there.
    /// - Returns: the way in.
    /// - Throws: why there is none.
    public func createAccountLink(
        account: String,
        returnURL: String,
        refreshURL: String
    ) throws(StripeError) -> AccountLink {
        let parameters: Parameter = [
            "account": .text(account),
            "type": "account_onboarding",
            "return_url": .text(returnURL),
            "refresh_url": .text(refreshURL),
            "collection_options": ["fields": "eventually_due"],
        ]
        return try post("/v1/account_links", parameters)
    }
}
