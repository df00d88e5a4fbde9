/// An address that mail can be sent to without extensions: a dot-atom, @ and the name of a host (RFC 5321 §4.1.2).
///
/// Nothing in it needs quoting, and nothing in it can end a line or begin another header field. Addresses beyond ASCII
/// (RFC 6531) and quoted ones are no such addresses.
public struct MailAddress: Sendable, Equatable {
    /// The whole address.
    public let text: String
    /// What follows the @.
    public let domain: String

    /// Reads an address; nil when it is not one.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, let domain = String(parts[1]), text.utf8.count <= 254,
            (1...64).contains(parts[0].count),
            parts[0].isDots(between: { $0.isAtomText }),
            parts[1].isDots(between: { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.text = text
        self.domain = domain
    }
}

extension Substring.UTF8View {
    /// True when these are words of such bytes with single dots between them.
    func isDots(between isWordByte: (UInt8) -> Bool) -> Bool {
        split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty && word.allSatisfy(isWordByte)
        }
    }
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }

    /// RFC 5322 §3.2.3: "atext".
    var isAtomText: Bool { isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self) }
}
