/// The number of a place of business: the SIREN and five digits (code de commerce article R123-235).
public struct SIRET: Sendable, Hashable {
    /// The fourteen digits.
    public let digits: String

    /// Reads a number with or without spaces; nil when its check digits are wrong.
    ///
    /// La Poste's places follow another rule: their digits add up to a multiple of five.
    public init?(_ text: String) {
        let compact = text.filter { !$0.isWhitespace }
        guard compact.utf8.count == 14, SIREN(String(compact.prefix(9))) != nil,
            Luhn.holds(for: compact) || Self.isOfThePost(compact)
        else { return nil }
        digits = compact
    }

    /// The business.
    public var siren: SIREN {
        guard let siren = SIREN(String(digits.prefix(9))) else {
            preconditionFailure("A SIRET begins with a SIREN: it was checked when it was read.")
        }
        return siren
    }

    /// The number as it is printed: "732 829 320 00074".
    public var text: String { siren.text + "\u{A0}" + digits.suffix(5) }

    private static func isOfThePost(_ digits: String) -> Bool {
        guard digits.hasPrefix("356000000"), digits.allSatisfy(\.isASCII) else { return false }
        return digits.compactMap(\.wholeNumberValue).reduce(0, +) % 5 == 0
    }
}
