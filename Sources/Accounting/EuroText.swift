extension Cents {
    /// The highest amount that a person may type: a hundred million euros.
    private static let maximumTyped: Int64 = 10_000_000_000

    /// Reads an amount in euros as typed, "1 234,56"; nil when it is not one or has more than two decimals.
    public init?(euros text: String) {
        guard let value = DecimalNotation.parse(text, places: 2, maximum: Self.maximumTyped) else { return nil }
        self.init(value)
    }

    /// The amount in euros with a comma and two decimals, without grouping: "1234,56".
    public var euros: String { DecimalNotation.write(value, places: 2, minimum: 2) }
}
