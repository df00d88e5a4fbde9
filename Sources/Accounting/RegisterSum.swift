/// What was received in one month, under one category and by one means; every total of the register adds such sums up.
public struct RegisterSum: Sendable, Equatable {
    /// The year.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The category.
    public let activity: Activity
    /// The means of payment.
    public let means: MeansOfPayment
    /// How many lines it adds up.
    public let count: Int
    /// What was received, and what it is made of.
    public let shares: Shares

    /// A sum as it was computed.
    public init(
        year: Int,
        month: Int,
        activity: Activity,
        means: MeansOfPayment,
        count: Int,
        shares: Shares
    ) {
        self.year = year
        self.month = month
        self.activity = activity
        self.means = means
        self.count = count
        self.shares = shares
    }
}

/// A total of the register.
public struct RegisterTotal: Sendable, Equatable {
    /// How many lines it adds up.
    public let count: Int
    /// What was received, and what it is made of.
    public let shares: Shares

    /// The total of some sums.
    public init(_ sums: some Sequence<RegisterSum>) {
        (count, shares) = sums.reduce((0, .zero)) { ($0.0 + $1.count, $0.1 + $1.shares) }
    }
}
