import Accounting
import Store

/// Somebody tries a password or a code on an address: failures in a row make the next ones wait, but never for longer than a
/// quarter of an hour, and a new password asked for by mail ends the wait.
///
/// The failure is counted before the attempt, and taken back when it succeeds: however many are made at once, each counts.
struct CountedTry {
    private let kind: Throttle.Kind
    private let email: String

    /// How many failures cost nothing.
    static let free = 5
    /// The first pause and the longest, in seconds; each is twice the one before.
    static let firstPause: Int64 = 30
    static let longestPause: Int64 = 900
    /// After how long failures are forgotten, in seconds: a day.
    static let memory: Int64 = 86_400

    init(_ kind: Throttle.Kind, on email: String) {
        self.kind = kind
        self.email = email
    }

    /// Begins; answers until when to wait instead, if it is too early.
    func begin(in office: Office) throws -> Instant? {
        let now = office.outside.now()
        return try office.store.write { writer in
            let former = try writer.lockThrottle(kind, email: email)
            if let former, former.freeAt > now { return former.freeAt }
            let isRecent = former.map { $0.failedAt > now.adding(seconds: -Self.memory) } ?? false
            let failures = (isRecent ? former?.failures ?? 0 : 0) + 1
            let freeAt = now.adding(seconds: Self.pause(after: failures))
            try writer.save(Throttle(failures: failures, freeAt: freeAt, at: now), kind, email: email)
            return nil
        }
    }

    /// It was right: nothing is held against anybody any more.
    func succeed(with writer: StoreWriter) throws {
        try writer.removeThrottle(kind, email: email)
    }

    /// How long to wait after so many failures in a row, in seconds.
    static func pause(after failures: Int) -> Int64 {
        guard failures >= free else { return 0 }
        return min(longestPause, firstPause << Int64(min(failures - free, 10)))
    }
}
