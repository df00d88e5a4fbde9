/// An address of mail, as far as a form can tell: something@domain.tld, at most 254 characters (RFC 5321 §4.5.3.1).
public enum EmailAddress {
    /// The address without white space around it; nil when it cannot be one.
    public static func read(_ text: String) -> String? {
        let address = text.trimmed
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64, address.utf8.count <= 254,
            address.unicodeScalars.allSatisfy(isPlain)
        else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 63 }) else { return nil }
        return address
    }

    /// No character that in a header would begin another address, a comment or a group (RFC 5322 §3.2.3, "specials").
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "<", ">", "[", "]", ":", ";", "\\", ",", "\"": false
        // Mail without extensions carries nothing beyond ASCII (RFC 5321 §2.3.1).
        default: (0x21...0x7E).contains(scalar.value)
        }
    }
}
