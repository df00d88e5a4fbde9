public import Accounting
import Crypto
import Web

/// A secret that whoever holds it may use: a session, a view link, the way back from Stripe.
///
/// Only its fingerprint is looked up, so that neither a copy of the database nor the time an answer takes gives it away.
public struct Token: Sendable, Equatable {
    /// 43 characters, safe in an address and a cookie.
    public let text: String

    /// A new secret of 256 bits.
    public static func random(from outside: Outside) -> Token {
        Token(text: base64URL(outside.randomBytes(32)))
    }

    /// A secret as it came back; nil unless it is shaped like one of ours.
    public init?(_ text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy({ Self.alphabet.contains($0) }) else { return nil }
        self.text = text
    }

    /// The SHA-256 of the secret, under which it is stored.
    public var fingerprint: Fingerprint { sha256(Array(text.utf8)) }

    private init(text: String) {
        self.text = text
    }

    /// True when both are the same secret; takes the same time wherever they differ.
    public static func == (first: Token, second: Token) -> Bool {
        CrossSite.constantTimeEqual(first.text, second.text)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The bytes in base64url without padding (RFC 4648 §5).
    private static func base64URL(_ bytes: [UInt8]) -> String {
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for place in 0...group.count {
                let index = Int(bits >> (18 - 6 * UInt32(place)) & 63)
                text.unicodeScalars.append(Unicode.Scalar(alphabet[index]))
            }
        }
        return text
    }
}

/// The SHA-256 of bytes.
public func sha256(_ bytes: [UInt8]) -> Fingerprint {
    guard let fingerprint = Fingerprint(Array(SHA256.hash(data: bytes))) else {
        preconditionFailure("A SHA-256 has 32 bytes.")
    }
    return fingerprint
}
