public import Accounting

/// What an online payment costs the seller: 1,7 % + 0,25 €, Stripe's part included; nothing on other means.
public enum Commission {
    /// The commission on a payment, in cents, rounded half-up: (cents × 17 + 500) / 1000 + 25.
    public static func on(_ amount: Cents) -> Cents {
        Cents(Int64((Int128(amount.value) * 17 + 500) / 1000) + 25)
    }
}
