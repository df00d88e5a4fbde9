/// A discount on one line, as a share of its price (EN 16931 BT-138; CGI annexe II article 242 nonies A I-9°).
public struct Discount: Sendable, Hashable {
    /// The share, in hundredths of a percent: 1 to 10,000.
    public let hundredthsOfPercent: Int64

    /// A discount; nil unless it is above zero and at most everything.
    public init?(hundredthsOfPercent: Int64) {
        guard (1...10_000).contains(hundredthsOfPercent) else { return nil }
        self.hundredthsOfPercent = hundredthsOfPercent
    }

    /// Reads "12,5"; nil unless it is above 0, at most 100 and has at most two decimals.
    public init?(_ text: String) {
        guard let value = DecimalNotation.parse(text, places: 2, maximum: 10_000) else { return nil }
        self.init(hundredthsOfPercent: value)
    }

    /// The share as a French reader types it: "12,5".
    public var text: String { DecimalNotation.write(hundredthsOfPercent, places: 2, minimum: 0) }

    /// What is taken off an amount, rounded to the cent (BT-136).
    public func off(_ amount: Cents) -> Cents {
        Cents(roundedHalfUp(Int128(amount.value) * Int128(hundredthsOfPercent), dividedBy: 10_000))
    }
}
