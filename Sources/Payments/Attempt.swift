public import Accounting

/// One attempt to pay an invoice online, as it was written down before Stripe was asked.
public struct Attempt: Sendable, Equatable {
    /// The invoice to pay.
    public let invoice: Int64
    /// The seller's account at the payment provider.
    public let account: String
    /// The amount asked for.
    public let amount: Cents
    /// The currency, three lower-case letters.
    public let currency: String
    /// True for real money.
    public let isLive: Bool
    /// Where the attempt stands.
    public let state: AttemptState

    /// An attempt.
    public init(
        invoice: Int64,
        account: String,
        amount: Cents,
        currency: String,
        isLive: Bool,
        state: AttemptState
    ) {
        self.invoice = invoice
        self.account = account
        self.amount = amount
        self.currency = currency
        self.isLive = isLive
        self.state = state
    }
}
