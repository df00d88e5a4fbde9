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
    /// What was received.
    public let amount: Cents
    /// The same without VAT.
    public let net: Cents

    /// A sum as it was computed.
    public init(
        year: Int,
        month: Int,
        activity: Activity,
        means: MeansOfPayment,
        count: Int,
        amount: Cents,
        net: Cents
    ) {
        self.year = year
        self.month = month
        self.activity = activity
        self.means = means
        self.count = count
        self.amount = amount
        self.net = net
    }
}

/// A total of the register.
public struct RegisterTotal: Sendable, Equatable {
    /// How many lines it adds up.
    public let count: Int
    /// What was received.
    public let amount: Cents
    /// The same without VAT.
    public let net: Cents

    /// The total of some sums.
    public init(_ sums: some Sequence<RegisterSum>) {
        var (count, amount, net) = (0, Cents.zero, Cents.zero)
        for sum in sums {
            count += sum.count
            amount += sum.amount
            net += sum.net
        }
        (self.count, self.amount, self.net) = (count, amount, net)
    }
}
