import Curl

/// Whose key we have, as Stripe says, and when it said so.
public struct PlatformAccount: Sendable, Equatable {
    /// The platform's account, "acct_…".
    public let id: String
    /// The `Date` of the answer (RFC 9110 §6.6.1), "Wed, 18 Nov 2026 11:06:40 GMT".
    public let answeredAt: String?
}

extension StripeClient {
    /// Reads the account that our key belongs to: the least that a valid key may ask.
    public func retrievePlatformAccount() throws(StripeError) -> PlatformAccount {
        let (account, headers): (Identified, [HTTPHeader]) = try getWithHeaders("/v1/account")
        return PlatformAccount(id: account.id, answeredAt: headers.first { $0.name == "date" }?.value)
    }
}

private struct Identified: Decodable {
    let id: String
}
