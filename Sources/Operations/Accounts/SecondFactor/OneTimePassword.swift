import Accounting
import Crypto
import Web

/// Codes of six digits that change every thirty seconds, made of a secret and the time (RFC 6238, with HMAC-SHA-1 as every
/// application of a telephone has it).
public struct OneTimePassword: Sendable, Equatable {
    /// The secret, 20 bytes (RFC 4226 §4, R6).
    public let secret: [UInt8]
    /// How long a code stands, in seconds.
    static let period: Int64 = 30

    /// A new secret.
    public static func random(from outside: Outside) -> OneTimePassword {
        OneTimePassword(unchecked: outside.randomBytes(20))
    }

    /// A secret as it was kept; nil unless it has 20 bytes.
    public init?(_ secret: [UInt8]) {
        guard secret.count == 20 else { return nil }
        self.secret = secret
    }

    /// A secret as a page shows it, in base 32.
    public init?(base32 text: String) {
        guard let bytes = Base32.bytes(of: text) else { return nil }
        self.init(bytes)
    }

    /// The secret in base 32, as applications let it be typed.
    public var base32: String { Base32.text(of: secret) }

    /// What a telephone reads in the QR code (the "Key Uri Format" of Google Authenticator).
    ///
    /// - Parameter account: the address somebody logs in with.
    /// - Returns: the address.
    public func address(account: String) -> String {
        let safe = account.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || (0x30...0x39).contains(byte))
            return isPlain || "-._~@".utf8.contains(byte)
                ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        return "otpauth://totp/NeedMe:\(safe)?secret=\(base32)&issuer=NeedMe"
    }

    /// The step of a code that is right now, or was thirty seconds ago, or will be in thirty (RFC 6238 §5.2); nil for any
    /// other code.
    func step(of code: String, at now: Instant) -> Int64? {
        let present = now.seconds / Self.period
        // Each of the three is compared, and wholly: the time it takes tells nothing of how near a guess was.
        let right = [present, present - 1, present + 1].filter { CrossSite.constantTimeEqual(self.code(at: $0), code) }
        return right.first
    }

    /// The code of a step (RFC 4226 §5.3, dynamic truncation).
    public func code(at step: Int64) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> (8 * Int64($0))) }
        let digest = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(digest[19] & 15)
        let number = digest[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// True when both are the same secret; takes the same time wherever they differ.
    public static func == (first: OneTimePassword, second: OneTimePassword) -> Bool {
        CrossSite.constantTimeEqual(first.base32, second.base32)
    }

    private init(unchecked secret: [UInt8]) {
        self.secret = secret
    }
}
