import Glibc

/// How long to wait before trying a transaction again, and when to give up.
struct Backoff {
    /// How many times a transaction is tried in all.
    static let attempts = 8

    private var tries = 1

    /// Milliseconds to wait, 5 at least and 100 at most, drawn so that two rivals do not meet again; `nil` to give up.
    mutating func next() -> Int? {
        guard tries < Backoff.attempts else { return nil }
        tries += 1
        return Int.random(in: 5...min(100, 5 << tries))
    }
}

/// Waits.
func sleep(milliseconds: Int) {
    usleep(UInt32(milliseconds) * 1000)
}
