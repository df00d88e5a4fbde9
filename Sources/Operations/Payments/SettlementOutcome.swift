/// What came of a testimony about money, on whichever road it came.
public enum SettlementOutcome: String, Sendable, CaseIterable {
    /// The money is booked.
    case booked
    /// It was applied otherwise: set aside, or noted.
    case noted
    /// The worker will ask Stripe.
    case doorbell
    /// It says nothing new.
    case nothing
}
