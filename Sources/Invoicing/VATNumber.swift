/// The number under which a business owes VAT in the European Union (directive 2006/112/CE article 215).
public enum VATNumber {
    /// The number without spaces, in capitals; nil when it is not shaped like one, or its French key is wrong.
    ///
    /// A French number is FR, a key and the SIREN; a key of digits is (12 + 3 × (SIREN mod 97)) mod 97, an old key may
    /// have letters, but neither I nor O.
    public static func read(_ text: String) -> String? {
        let compact = text.uppercased().filter { !$0.isWhitespace && $0 != "." && $0 != "-" }
        guard (4...14).contains(compact.utf8.count), compact.prefix(2).allSatisfy(\.isLetter),
            compact.utf8.allSatisfy({ isLetterOrDigit($0) })
        else { return nil }
        return compact.hasPrefix("FR") && !isFrench(compact.dropFirst(2)) ? nil : compact
    }

    private static func isFrench(_ rest: Substring) -> Bool {
        guard let siren = SIREN(String(rest.dropFirst(2))), let number = Int(siren.digits) else { return false }
        guard let key = Int(rest.prefix(2)) else { return !rest.prefix(2).contains { "IO".contains($0) } }
        return key == (12 + 3 * (number % 97)) % 97
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }
}
