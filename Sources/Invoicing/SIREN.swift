/// The number of a French business, nine digits whose last one is a check digit (code de commerce article R123-235).
public struct SIREN: Sendable, Hashable {
    /// The nine digits.
    public let digits: String

    /// Reads a number with or without spaces; nil when its check digit is wrong.
    public init?(_ text: String) {
        let compact = text.filter { !$0.isWhitespace }
        guard compact.utf8.count == 9, Luhn.holds(for: compact) else { return nil }
        digits = compact
    }

    /// The number in groups of three, as it is printed: "732 829 320".
    public var text: String {
        [digits.prefix(3), digits.dropFirst(3).prefix(3), digits.suffix(3)].joined(separator: "\u{A0}")
    }
}

/// The check digit of ISO/IEC 7812-1 that French business numbers use.
enum Luhn {
    static func holds(for digits: String) -> Bool {
        var sum = 0
        for (place, byte) in digits.utf8.reversed().enumerated() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
            let digit = Int(byte) - 48
            let weighted = place % 2 == 1 ? digit * 2 : digit
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        return sum % 10 == 0
    }
}
