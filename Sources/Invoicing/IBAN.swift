/// The number of a bank account (ISO 13616).
public struct IBAN: Sendable, Hashable {
    /// The number without spaces, in capitals.
    public let compact: String

    /// Reads a number with or without spaces; nil when its check digits are wrong (ISO 7064 mod 97-10).
    public init?(_ text: String) {
        let compact = text.uppercased().filter { !$0.isWhitespace }
        guard (15...34).contains(compact.utf8.count),
            compact.utf8.allSatisfy({ Self.value(of: $0) != nil }),
            compact.prefix(2).allSatisfy(\.isLetter), compact.dropFirst(2).prefix(2).allSatisfy(\.isNumber),
            !compact.hasPrefix("FR") || compact.utf8.count == 27,
            Self.remainder(of: compact) == 1
        else { return nil }
        self.compact = compact
    }

    /// The number in groups of four, as it is printed.
    public var text: String {
        var groups: [Substring] = []
        var rest = Substring(compact)
        while !rest.isEmpty {
            groups.append(rest.prefix(4))
            rest = rest.dropFirst(4)
        }
        return groups.joined(separator: "\u{A0}")
    }

    private static func remainder(of compact: String) -> Int {
        let rearranged = compact.dropFirst(4) + compact.prefix(4)
        return rearranged.utf8.reduce(0) { remainder, byte in
            let value = value(of: byte) ?? 0
            return (remainder * (value > 9 ? 100 : 10) + value) % 97
        }
    }

    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 55
        default: nil
        }
    }
}

/// The identifier of a bank (ISO 9362).
public struct BIC: Sendable, Hashable {
    /// Eight or eleven characters.
    public let code: String

    /// Reads an identifier; nil when it is not shaped like one.
    public init?(_ text: String) {
        let compact = text.uppercased().filter { !$0.isWhitespace }
        guard [8, 11].contains(compact.utf8.count),
            compact.prefix(6).utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }),
            compact.utf8.allSatisfy({
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            })
        else { return nil }
        code = compact
    }

    /// True when a bank with this identifier may hold the account: both name one country, or the same country's territories.
    ///
    /// The territories' banks have codes of their own, and IBANs that begin as the mainland's (SWIFT's registry of IBANs:
    /// France, Finland, United Kingdom); those of Monaco have the identifiers of their French houses.
    public func mayHold(_ iban: IBAN) -> Bool {
        let country = String(code.dropFirst(4).prefix(2))
        let ibanCountry = String(iban.compact.prefix(2))
        return country == ibanCountry || Self.relatives.contains { $0.contains(country) && $0.contains(ibanCountry) }
    }

    private static let relatives: [Set<String>] = [
        ["FR", "MC", "BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"], ["FI", "AX"],
        ["GB", "GG", "IM", "JE"],
    ]
}
