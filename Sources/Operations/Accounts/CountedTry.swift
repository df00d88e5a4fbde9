import Accounting
import Store

/// Somebody tries a password or a code on an address: failures in a row make the next ones wait, but never for longer than a
/// quarter of an hour.
///
/// Strangers cannot keep the owner out: what is tried from a browser that the owner has come in from is counted apart, as is
/// what somebody types who is logged in; and the link of a letter, which only the owner gets, makes the browser in which it
/// is followed such a one.
///
/// The failure is counted before the attempt, and taken back when it succeeds: however many are made at once, each counts.
struct CountedTry {
    private let target: Throttle.Target

    /// How many failures cost nothing.
    static let free = 5
    /// The first pause and the longest, in seconds; each is twice the one before.
    static let firstPause: Int64 = 30
    static let longestPause: Int64 = 900
    /// After how long failures are forgotten, in seconds: a day.
    static let memory: Int64 = 86_400

    /// An attempt.
    ///
    /// - Parameters:
    ///   - kind: what is tried.
    ///   - email: on whose address.
    ///   - place: the known browser from which; `none` for any other.
    init(_ kind: Throttle.Kind, on email: String, from place: Fingerprint = .none) {
        target = Throttle.Target(kind: kind, email: email, browser: place)
    }

    /// Begins; answers until when to wait instead, if it is too early.
    func begin(in office: Office) throws -> Instant? {
        let now = office.outside.now()
        return try office.store.write { writer in
            let former = try writer.lockThrottle(target)
            if let former, former.freeAt > now { return former.freeAt }
            let isRecent = former.map { $0.failedAt > now.adding(seconds: -Self.memory) } ?? false
            let failures = (isRecent ? former?.failures ?? 0 : 0) + 1
            let freeAt = now.adding(seconds: Self.pause(after: failures))
            try writer.save(Throttle(failures: failures, freeAt: freeAt, at: now), target)
            return nil
        }
    }

    /// It was right: nothing is held against anybody any more.
    func succeed(with writer: StoreWriter) throws {
        try writer.removeThrottle(target)
    }

    /// How long to wait after so many failures in a row, in seconds.
    static func pause(after failures: Int) -> Int64 {
        guard failures >= free else { return 0 }
        return min(longestPause, firstPause << Int64(min(failures - free, 10)))
    }
}
