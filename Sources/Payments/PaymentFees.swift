public import Accounting

/// What was really taken of a payment, as Stripe's balance says it; the register never deducts it.
public struct PaymentFees: Sendable, Equatable {
    /// What NeedMe took.
    public let platform: Cents
    /// What Stripe took beside it, taxes included; nothing on an account whose fees NeedMe pays.
    public let stripe: Cents

    /// What was taken.
    public init(platform: Cents, stripe: Cents) {
        self.platform = platform
        self.stripe = stripe
    }

    /// All of it.
    public var total: Cents { platform + stripe }
}
