public import Accounting
import Web

/// A code kept on paper, for the day on which the telephone is lost: 80 bits, so that its SHA-256 gives nothing away.
public struct RecoveryCode: Sendable, Equatable {
    /// How many somebody gets.
    public static let count = 10
    private let letters: String

    /// A new code.
    static func random(from outside: Outside) -> RecoveryCode {
        RecoveryCode(letters: Base32.text(of: outside.randomBytes(10)))
    }

    /// A code as it was typed, whatever its case and what stands between its groups; nil unless it is shaped like one.
    public init?(_ text: String) {
        guard let bytes = Base32.bytes(of: text), bytes.count == 10 else { return nil }
        letters = Base32.text(of: bytes)
    }

    /// The code as it is shown: four groups of four.
    public var text: String {
        let groups = stride(from: 0, to: letters.utf8.count, by: 4).map { start in
            String(letters.dropFirst(start).prefix(4))
        }
        return groups.joined(separator: "-")
    }

    /// The SHA-256 under which it is kept.
    public var fingerprint: Fingerprint { sha256(Array(letters.utf8)) }

    /// True when both are the same code; takes the same time wherever they differ.
    public static func == (first: RecoveryCode, second: RecoveryCode) -> Bool {
        CrossSite.constantTimeEqual(first.letters, second.letters)
    }

    private init(letters: String) {
        self.letters = letters
    }
}
