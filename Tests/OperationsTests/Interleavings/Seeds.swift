import Glibc

/// Which sequences a run plays.
struct Seeds: Sendable {
    /// The first one's seed; each of the others has the next number.
    let first: UInt64
    /// How many there are.
    let count: UInt64
    /// How many are played at once, each in a database of its own.
    static let lanes: UInt64 = 2

    /// 500 whose first seed is drawn anew; `NEEDME_TEST_SEQUENCES` says how many, `NEEDME_TEST_SEED` names the first, and
    /// only that one is played unless their number is given.
    static let ofThisRun: Seeds = {
        let seed = number("NEEDME_TEST_SEED")
        let seeds = Seeds(
            first: seed ?? UInt64.random(in: 1...999_999_999),
            count: number("NEEDME_TEST_SEQUENCES") ?? (seed == nil ? 500 : 1)
        )
        print("Interleavings: NEEDME_TEST_SEED=\(seeds.first) NEEDME_TEST_SEQUENCES=\(seeds.count)")
        return seeds
    }()

    /// What one lane plays.
    func ofLane(_ lane: UInt64) -> [UInt64] { (0..<count).filter { $0 % Self.lanes == lane }.map { first + $0 } }

    private static func number(_ variable: String) -> UInt64? {
        unsafe getenv(variable).map { unsafe String(cString: $0) }.flatMap { UInt64($0) }
    }
}
