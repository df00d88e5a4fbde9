/// Values as JSON writes them (RFC 8259).
public enum JSON {
    /// An object of these members, in their order.
    public static func object(_ members: [(name: String, value: String)]) -> String {
        "{" + members.map { text($0.name) + ": " + $0.value }.joined(separator: ", ") + "}"
    }

    /// A text.
    public static func text(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: written += escape(scalar)
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
