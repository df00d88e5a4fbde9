/// How a call is tried again, so that a person who waits still gets an answer.
///
/// The longest a call can last is `tries × timeoutMilliseconds` and the pauses between: with the default, 3 × 6 s + 1.5 s.
public struct RetryPolicy: Sendable, Equatable {
    /// How many times the request is sent at most, the first included.
    public var tries: Int
    /// How long one try may last, in milliseconds.
    public var timeoutMilliseconds: Int

    /// A policy; at least one try.
    public init(tries: Int = 3, timeoutMilliseconds: Int = 6_000) {
        precondition(tries >= 1 && timeoutMilliseconds > 0, "A call is tried at least once, for some time.")
        self.tries = tries
        self.timeoutMilliseconds = timeoutMilliseconds
    }

    /// The pause after a failed try, in milliseconds: half a second doubling to five, shortened by up to a half so that
    /// processes which failed together do not come back together (stripe-python, `_sleep_time_seconds`).
    /// - Parameters:
    ///   - failures: how many tries have failed, from 1.
    ///   - jitter: a random number from 0 to 1.
    /// - Returns: from 500 to 5 000.
    func pauseMilliseconds(after failures: Int, jitter: Double) -> Int {
        let longest = min(500 << min(failures - 1, 4), 5_000)
        return max(500, longest / 2 + Int(Double(longest / 2) * jitter))
    }

    /// Whether Stripe's answer is one that may change when the same request is sent again (as Stripe's own libraries decide it).
    static func isWorthRetrying(status: Int, shouldRetry: String?) -> Bool {
        switch shouldRetry {
        case "true": true
        case "false": false
        default: status == 409 || status == 429 || status >= 500
        }
    }
}
