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

    /// A world of these.
    public init(now: @escaping () -> Instant, randomBytes: @escaping (Int) -> [UInt8]) {
        self.now = now
        self.randomBytes = randomBytes
    }

    /// The real one: the system's clock and its generator.
    public static var real: Outside {
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
            }
        )
    }
}
