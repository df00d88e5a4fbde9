public import Accounting

/// The amounts that Stripe Checkout can charge in euros.
public enum OnlineAmount {
    /// From 0,50 € to 999 999,99 € (Stripe: "0.50 US or equivalent", "up to eight digits").
    public static let range = Cents(50)...Cents(99_999_999)
}
