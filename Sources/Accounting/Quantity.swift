/// How much of a thing is invoiced, to four decimals (EN 16931 BT-129, BR-FR: at most 4 decimals).
public struct Quantity: Sendable, Hashable {
    /// The number of ten-thousandths.
    public let tenThousandths: Int64

    /// The largest quantity of one line: a million.
    public static let maximum = Quantity(tenThousandths: 1_000_000 * 10_000)

    /// A quantity of so many ten-thousandths.
    public init(tenThousandths: Int64) {
        self.tenThousandths = tenThousandths
    }

    /// Reads "1,5"; nil unless it is above zero, at most a million and has at most four decimals.
    public init?(_ text: String) {
        guard let value = DecimalNotation.parse(text, places: 4, maximum: Self.maximum.tenThousandths), value > 0
        else { return nil }
        tenThousandths = value
    }

    /// The quantity as a French reader writes it, without needless zeros: "1,5".
    public var text: String { DecimalNotation.write(tenThousandths, places: 4, minimum: 0) }
}
