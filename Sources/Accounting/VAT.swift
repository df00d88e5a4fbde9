/// How value-added tax applies to a line (EN 16931 BT-151 and BT-152).
public enum VAT: Sendable, Hashable {
    /// No VAT: the seller is under the franchise (CGI article 293 B; category E, VATEX-FR-FRANCHISE).
    case franchise
    /// Domestic VAT at a rate of the law (category S).
    case rate(VATRate)
    /// No VAT on this line, though the seller charges it on others.
    case exempt(VATExemption)

    /// The rate in hundredths of a percent; zero when no VAT is due to the seller.
    public var hundredthsOfPercent: Int64 {
        switch self {
        case .franchise, .exempt: 0
        case .rate(let rate): rate.rawValue
        }
    }

    /// The base in an amount that includes the tax, rounded to the cent.
    public func base(in gross: Cents) -> Cents {
        Cents(roundedHalfUp(Int128(gross.value) * 10_000, dividedBy: 10_000 + Int128(hundredthsOfPercent)))
    }

    /// The tax on a base, rounded to the cent (EN 16931 BT-117).
    public func tax(on base: Cents) -> Cents {
        Cents(roundedHalfUp(Int128(base.value) * Int128(hundredthsOfPercent), dividedBy: 10_000))
    }
}

/// The VAT rates of France, in hundredths of a percent (CGI articles 278, 278-0 bis, 279, 281 quater; 296 for Guadeloupe,
/// Martinique and La Réunion; 297 for Corsica).
public enum VATRate: Int64, Sendable, Hashable, CaseIterable {
    /// 20 %.
    case normal = 2000
    /// 10 %.
    case intermediate = 1000
    /// 5,5 %.
    case reduced = 550
    /// 2,1 %.
    case superReduced = 210
    /// 8,5 %, overseas.
    case overseas = 850
    /// 13 %, in Corsica.
    case corsicanIntermediate = 1300
    /// 0,9 %, in Corsica.
    case corsicanReduced = 90

    /// The rate as a French reader writes it: "5,5 %".
    public var text: String { DecimalNotation.write(rawValue, places: 2, minimum: 0) + "\u{A0}%" }
}
