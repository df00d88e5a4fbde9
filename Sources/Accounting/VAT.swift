/// How value-added tax applies to a line (EN 16931 BT-151 and BT-152).
public enum VAT: Sendable, Hashable {
    /// No VAT: the seller is under the franchise (CGI article 293 B; category E, VATEX-FR-FRANCHISE).
    case franchise
    /// Domestic VAT at a rate of the law (category S).
    case rate(VATRate)

    /// The rate in hundredths of a percent; zero under the franchise.
    public var hundredthsOfPercent: Int64 {
        switch self {
        case .franchise: 0
        case .rate(let rate): rate.rawValue
        }
    }

    /// The tax on a base, rounded to the cent (EN 16931 BT-117).
    public func tax(on base: Cents) -> Cents {
        Cents(roundedHalfUp(Int128(base.value) * Int128(hundredthsOfPercent), dividedBy: 10_000))
    }
}

/// The VAT rates of mainland France, in hundredths of a percent (CGI article 278, 278-0 bis, 279, 281 quater).
public enum VATRate: Int64, Sendable, Hashable, CaseIterable {
    /// 20 %.
    case normal = 2000
    /// 10 %.
    case intermediate = 1000
    /// 5,5 %.
    case reduced = 550
    /// 2,1 %.
    case superReduced = 210

    /// The rate as a French reader writes it: "5,5 %".
    public var text: String { DecimalNotation.write(rawValue, places: 2, minimum: 0) + "\u{A0}%" }
}
