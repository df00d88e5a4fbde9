public import Accounting
import MariaDB

/// What became of an event of Stripe.
public enum EventOutcome: String, Sendable {
    /// It settled a payment.
    case settled
    /// It made the worker ask Stripe.
    case doorbell
    /// It is about nothing of ours.
    case unknownObject = "unknown_object"
    /// It is test money where we take real money, or the reverse.
    case otherMode = "other_mode"
    /// Its type means nothing to us.
    case ignored
}

extension EventOutcome: SQLWord {}

extension StoreReader {
    /// What became of an event; nil when it was never received.
    public func outcome(ofEvent event: String) throws -> EventOutcome? {
        try runner.row("SELECT outcome FROM stripe_events WHERE event = \(event)").map { try $0["outcome"] }
    }
}

extension StoreWriter {
    /// Remembers an event before its effects, in their transaction; false when it was received before.
    ///
    /// A second delivery of the same event waits here until the first one's transaction ends.
    public func addEvent(
        _ event: String,
        type: String,
        account: String?,
        isLive: Bool,
        subject: String?,
        createdAt: Instant,
        at now: Instant
    ) throws -> Bool {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO stripe_events (event, type, account, is_live, subject, outcome, created_at, received_at)
            VALUES (\(event), \(type), \(account), \(isLive), \(subject), \(EventOutcome.ignored), \(createdAt),
                \(now))
            """
        ) != nil
    }

    /// Notes what became of an event.
    public func update(event: String, outcome: EventOutcome) throws {
        try transaction.execute("UPDATE stripe_events SET outcome = \(outcome) WHERE event = \(event)")
    }
}
