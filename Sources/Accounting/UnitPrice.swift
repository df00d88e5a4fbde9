/// The price of one unit before VAT, in millionths of a euro (EN 16931 BT-146, BR-FR: at most 6 decimals).
public struct UnitPrice: Sendable, Hashable {
    /// The number of millionths of a euro.
    public let millionths: Int64

    /// The highest unit price: ten million euros.
    public static let maximum = UnitPrice(millionths: 10_000_000 * 1_000_000)

    /// A price of so many millionths of a euro.
    public init(millionths: Int64) {
        self.millionths = millionths
    }

    /// Reads "1 250,50"; nil unless it is above zero, at most ten million and has at most six decimals.
    ///
    /// A price of zero or below is no price: a discount is an allowance (XP Z12-012 BR-FR).
    public init?(_ text: String) {
        guard let value = DecimalNotation.parse(text, places: 6, maximum: Self.maximum.millionths), value > 0
        else { return nil }
        millionths = value
    }

    /// The price as a French reader writes it, with at least two decimals: "1250,50".
    public var text: String { DecimalNotation.write(millionths, places: 6, minimum: 2) }

    /// This price times a quantity, rounded to the cent (EN 16931 BT-131).
    public func times(_ quantity: Quantity) -> Cents {
        let product = Int128(millionths) * Int128(quantity.tenThousandths)
        return Cents(roundedHalfUp(product, dividedBy: 100_000_000))
    }
}
