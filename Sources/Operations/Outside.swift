public import Accounting
import Glibc

/// The world outside the program, as a value that tests replace.
///
/// Stripe and mail are not in it: an operation that speaks to Stripe asks for a `StripeClient`, one that writes mail for
/// a `MailClient`, which only some roles have.
public struct Outside {
    /// What time it is.
    public let now: () -> Instant
    /// So many unpredictable bytes.
    public let randomBytes: (Int) -> [UInt8]
    /// Is told of each settlement once it is committed.
    public let noteSettlement: (SettlementOutcome) -> Void

    /// A world of these.
    public init(
        now: @escaping () -> Instant,
        randomBytes: @escaping (Int) -> [UInt8],
        noteSettlement: @escaping (SettlementOutcome) -> Void = { _ in }
    ) {
        self.now = now
        self.randomBytes = randomBytes
        self.noteSettlement = noteSettlement
    }

    /// The real one: the system's clock and its generator.
    public static var real: Outside { real { _ in } }

    /// The real one, which tells somebody of each settlement.
    public static func real(noteSettlement: @escaping (SettlementOutcome) -> Void) -> Outside {
        Outside(
            now: {
                var time = timespec()
                guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else {
                    preconditionFailure("The system has a clock.")
                }
                return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
            },
            randomBytes: { count in
                var generator = SystemRandomNumberGenerator()
                return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            },
            noteSettlement: noteSettlement
        )
    }
}
