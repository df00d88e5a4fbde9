public import Accounting

/// What an online payment costs the seller: 1,7 % + 0,25 €, Stripe's part included; nothing on other means.
public enum Commission {
    /// Who pays Stripe its own price.
    public enum StripePrice: Sendable, CaseIterable {
        /// NeedMe, out of the commission: the seller's account was created by us.
        case paidByPlatform
        /// The seller, beside what NeedMe takes: they had the account before.
        case paidBySeller
    }

    /// The commission on a payment, in cents, rounded half-up: (cents × 17 + 500) / 1000 + 25.
    public static func on(_ amount: Cents) -> Cents {
        Cents(Int64((Int128(amount.value) * 17 + 500) / 1000) + 25)
    }

    /// What NeedMe takes of a payment, in cents, rounded half-up.
    ///
    /// The whole commission when it pays Stripe out of it. Otherwise 0,2 %, which makes the same 1,7 % + 0,25 € with
    /// Stripe's price of an ordinary European card (1,5 % + 0,25 €): see "WhoPaysStripe" in this module's articles.
    public static func platformShare(of amount: Cents, stripePrice: StripePrice) -> Cents {
        switch stripePrice {
        case .paidByPlatform: on(amount)
        case .paidBySeller: Cents(Int64((Int128(amount.value) * 2 + 500) / 1000))
        }
    }
}
