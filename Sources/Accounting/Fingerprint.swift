/// The SHA-256 of something: 32 bytes (FIPS 180-4).
public struct Fingerprint: Sendable, Hashable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// A fingerprint; nil unless there are 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The fingerprint before the first line of a register: 32 zeros.
    public static let none = Fingerprint(unchecked: Array(repeating: 0, count: 32))

    /// The bytes in lower-case hexadecimal.
    public var hexadecimal: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// Computes a SHA-256; the domain names it, the caller brings a library's.
public typealias Digest = ([UInt8]) -> Fingerprint
