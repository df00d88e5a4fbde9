public import Accounting

/// What the payment provider says about an attempt, read from a signed event or fetched with our own key.
public struct Testimony: Sendable, Equatable {
    /// How the payment stands.
    public enum Verdict: Sendable, Equatable {
        /// The session is open, nothing was paid.
        case unpaid
        /// The client finished, the money is to come.
        case began
        /// Paid: final.
        case paid
        /// The session ended unpaid.
        case expired
        /// The delayed payment failed.
        case failed
    }

    /// How the payment stands.
    public let verdict: Verdict
    /// The seller's account.
    public let account: String
    /// What identifies the payment itself; nil until the client confirms.
    public let paymentReference: String?
    /// The invoice it names, if it names one of ours.
    public let invoice: Int64?
    /// The amount.
    public let amount: Cents
    /// The currency, three lower-case letters.
    public let currency: String
    /// True for real money.
    public let isLive: Bool

    /// What the provider says.
    public init(
        verdict: Verdict,
        account: String,
        paymentReference: String?,
        invoice: Int64?,
        amount: Cents,
        currency: String,
        isLive: Bool
    ) {
        self.verdict = verdict
        self.account = account
        self.paymentReference = paymentReference
        self.invoice = invoice
        self.amount = amount
        self.currency = currency
        self.isLive = isLive
    }
}
