import Store
import Stripe

/// Stripe was asked about an account with a key of the other mode, to which every account looks gone: that tells nothing
/// of the account, and everything of the server's settings.
struct OtherMode: Error, CustomStringConvertible {
    let account: String
    let accountIsLive: Bool

    /// For the operator.
    var description: String {
        let (ours, others) = accountIsLive ? ("test", "live") : ("live", "test")
        return "\(account) was connected with a \(others) key, and NEEDME_STRIPE_SECRET_KEY is a \(ours) key"
    }
}

extension StripeAccount {
    /// Refuses to believe that the account is gone when the key cannot see it anyway.
    ///
    /// - Throws: ``OtherMode``.
    func mustBeVisible(to stripe: StripeClient) throws {
        guard let isLive, isLive != stripe.takesRealMoney else { return }
        throw OtherMode(account: account, accountIsLive: isLive)
    }
}
