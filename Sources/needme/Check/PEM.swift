/// A file of PEM blocks (RFC 7468): certificates, keys.
struct PEM {
    /// The first block's label, such as "CERTIFICATE", and its bytes.
    let label: String
    let bytes: [UInt8]

    /// The first block whose label ends with these words; nil when there is none.
    init?(_ text: String, endingWith words: String) {
        let lines = text.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        let isStart = { (line: Substring) in line.hasPrefix("-----BEGIN ") && line.hasSuffix(words + "-----") }
        guard let start = lines.firstIndex(where: isStart) else { return nil }
        let body = lines[(start + 1)...].prefix { !$0.hasPrefix("-----") }
        guard let bytes = Self.decoded(body.joined()) else { return nil }
        label = String(lines[start].dropFirst("-----BEGIN ".count).dropLast("-----".count))
        self.bytes = bytes
    }

    /// Base64 (RFC 4648 §4); nil when another character stands in it.
    private static func decoded(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for character in text.utf8 where character != UInt8(ascii: "=") && character != UInt8(ascii: " ") {
            guard let value = value(character) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
