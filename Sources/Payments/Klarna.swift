public import Accounting
public import Invoicing

/// Whether Klarna may be offered: never to a business, and within its limits in France (Stripe: "Klarna doesn't support
/// B2B payments"; pay in full up to 4 000 €).
public enum Klarna {
    /// True for a private person whose amount is within Klarna's limits.
    public static func isOffered(to buyer: Buyer.Kind, for amount: Cents) -> Bool {
        buyer == .person && (Cents(100)...Cents(400_000)).contains(amount)
    }
}
