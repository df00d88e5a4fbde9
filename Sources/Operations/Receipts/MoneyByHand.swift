public import Accounting

/// Money that came or went back otherwise than through Stripe, as a freelancer writes it down.
public struct MoneyByHand: Sendable, Equatable {
    /// How much, positive whichever way it went.
    public let amount: Cents
    /// How.
    public let means: MeansOfPayment
    /// On which day, in Paris.
    public let day: Day
    /// The number of the cheque or the transfer; may be empty.
    public let note: String
    /// Of the form: sent twice, it is written down once.
    public let key: Token

    /// Money.
    public init(_ amount: Cents, by means: MeansOfPayment, on day: Day, note: String = "", key: Token) {
        self.amount = amount
        self.means = means
        self.day = day
        self.note = note
        self.key = key
    }
}
