public import Accounting
import Crypto

/// Why a knock at the webhook is not believed.
public enum SignatureError: Error, Sendable, Equatable {
    /// The header is not `t=…,v1=…`.
    case malformed
    /// None of the signatures was made with one of our secrets over these bytes.
    case forged
    /// Well signed, but that many seconds away from now, negative when in the past: a replay, or a wrong clock.
    case outOfTime(seconds: Int64)
}

/// Stripe's proof that it wrote a webhook's body (Stripe, "Verify webhook signatures manually").
public enum WebhookSignature {
    /// Returns when Stripe signed this body within the tolerance; throws otherwise.
    /// - Parameters:
    ///   - header: the value of `Stripe-Signature`.
    ///   - body: the body's bytes, as they came.
    ///   - secrets: the endpoint's secrets, `whsec_…`; two while one is being replaced. An empty one is ignored.
    ///   - now: the time.
    ///   - toleranceSeconds: how far from now a signature may be, either way.
    /// - Throws: why the body is not believed.
    public static func verify(
        header: String,
        body: [UInt8],
        secrets: [String],
        now: Instant,
        toleranceSeconds: Int64 = 300
    ) throws(SignatureError) {
        guard let signed = SignedTime(header) else { throw .malformed }
        let message = Array(signed.time.utf8) + [UInt8(ascii: ".")] + body
        let isOurs = secrets.contains { secret in
            !secret.isEmpty && signed.signatures.contains { isSignature($0, of: message, with: secret) }
        }
        guard isOurs else { throw .forged }
        let distance = signed.seconds - now.seconds
        guard abs(distance) <= toleranceSeconds else { throw .outOfTime(seconds: distance) }
    }

    /// The header that Stripe would send with this body.
    public static func header(body: [UInt8], secret: String, at time: Instant) -> String {
        let message = Array("\(time.seconds).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: message, using: key(secret))
        return "t=\(time.seconds),v1=" + code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Compares in constant time.
    private static func isSignature(_ signature: [UInt8], of message: [UInt8], with secret: String) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: message, using: key(secret))
    }

    /// The secret as it is, `whsec_` included.
    private static func key(_ secret: String) -> SymmetricKey {
        SymmetricKey(data: Array(secret.utf8))
    }
}

/// What a `Stripe-Signature` header says.
private struct SignedTime {
    /// The time as written, which is what was signed.
    let time: String
    let seconds: Int64
    /// The signatures of scheme v1; any other scheme is a decoy.
    let signatures: [[UInt8]]

    init?(_ header: String) {
        var times: [String] = []
        var signatures: [[UInt8]] = []
        for part in header.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { return nil }
            switch pair[0] {
            case "t": times.append(String(pair[1]))
            case "v1": if let bytes = Self.bytes(hexadecimal: pair[1]) { signatures.append(bytes) }
            default: continue
            }
        }
        guard times.count == 1, times[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            times[0].utf8.count <= 12, let seconds = Int64(times[0])
        else { return nil }
        time = times[0]
        self.seconds = seconds
        self.signatures = signatures
    }

    private static func bytes(hexadecimal text: Substring) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 64, text.utf8.count == 64 else { return nil }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
