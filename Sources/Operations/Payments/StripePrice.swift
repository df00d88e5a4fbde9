public import Payments
public import Store

extension StripeAccount.Origin {
    /// Who pays Stripe its own price on such an account.
    public var stripePrice: Commission.StripePrice {
        switch self {
        case .created: .paidByPlatform
        case .existing: .paidBySeller
        }
    }
}
