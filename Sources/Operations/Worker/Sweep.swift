import Accounting
import Payments
import Store
import Stripe

/// The worker asks Stripe about every attempt through which money may still come: a webhook may have been lost.
public struct Sweep {
    /// How long an attempt is left alone between two questions, in seconds.
    public static let period: Int64 = 120
    /// The same, once the client has finished by a delayed means.
    public static let delayedPeriod: Int64 = 3_600
    /// How many attempts of a state one sweep asks about.
    static let batch = 50

    /// A sweep.
    public init() {}

    /// Asks about each attempt that is due.
    ///
    /// - Returns: how many were asked about, and why some could not be.
    public func run(in office: Office, stripe: StripeLine) throws -> (asked: Int, failures: [String]) {
        let records = try dueAttempts(office.store.reader, at: office.outside.now())
        var failures: [String] = []
        for record in records {
            do {
                try AskAttempt(attemptID: record.id).run(in: office, stripe: stripe.client)
            } catch {
                failures.append("\(error)")
                // Asked in vain, it goes to the end of the line: one attempt in trouble must not hide the others.
                try office.store.write { try $0.noteCheck(of: record, at: office.outside.now()) }
            }
        }
        return (records.count, failures)
    }
    private func dueAttempts(_ reader: StoreReader, at now: Instant) throws -> [AttemptRecord] {
        try reader.attempts(
            in: [.starting, .open],
            uncheckedSince: now.adding(seconds: -Self.period),
            limit: Self.batch
        )
            + reader.attempts(
                in: [.processing],
                uncheckedSince: now.adding(seconds: -Self.delayedPeriod),
                limit: Self.batch
            )
    }
}
