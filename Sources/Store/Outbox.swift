public import Accounting
import MariaDB

/// Work that somebody's transaction left to the worker.
public struct Errand: Sendable, Equatable {
    /// What is to be done.
    public enum Kind: String, Sendable, CaseIterable {
        /// Ask Stripe how an attempt stands, and settle what it says.
        case askAttempt = "ask_attempt"
        /// Ask Stripe whether a payment settled from an event is true.
        case confirmPayment = "confirm_payment"
        /// Close an invoice's session at Stripe, unless the invoice awaits just its money.
        case alignCheckout = "align_checkout"
        /// Read an account at Stripe.
        case readAccount = "read_account"
        /// Close the sessions of an account that was disconnected, and let Stripe know.
        case leaveAccount = "leave_account"
        /// Ask about the unknown session of an event.
        case retryEvent = "retry_event"
        /// Ask what went back of the payment that an event is about.
        case readReversals = "read_reversals"
        /// Read an account's payouts.
        case readPayouts = "read_payouts"
        /// Send an invoice or a quote by mail.
        case mailDocument = "mail_document"
        /// Ask Stripe whether a client may be reminded of an invoice.
        case checkReminder = "check_reminder"
        /// Remind them.
        case mailReminder = "mail_reminder"
        /// Tell the freelancer by mail that a payment was booked.
        case mailReceipt = "mail_receipt"
        /// Tell the freelancer by mail what a client has answered to a quote.
        case mailAnswer = "mail_answer"
        /// Tell the freelancer by mail what is new.
        case mailDigest = "mail_digest"
        /// Write to somebody about their account.
        case mailLetter = "mail_letter"
    }

    /// Whom errands wait for: a silent Stripe must not hold up mails, nor a silent mail server payments.
    public enum Lane: String, Sendable, CaseIterable {
        case stripe, mail
    }

    /// The row's id.
    public let id: Int64
    /// What is to be done.
    public let kind: Kind
    /// The row that it is about.
    public let subject: Int64
    /// How often it was begun, this time included.
    public let tries: Int64
}

extension Errand.Kind: SQLWord {}

extension Errand.Kind {
    /// Whom an errand of this kind waits for.
    public var lane: Errand.Lane {
        switch self {
        case .askAttempt, .confirmPayment, .alignCheckout, .readAccount, .leaveAccount, .retryEvent, .readReversals,
            .readPayouts, .checkReminder:
            .stripe
        case .mailDocument, .mailReminder, .mailReceipt, .mailAnswer, .mailDigest, .mailLetter: .mail
        }
    }

    /// The kinds of some lanes, as a list in a statement.
    static func known(in lanes: Set<Errand.Lane>) -> SQL {
        allCases.filter { lanes.contains($0.lane) }.reduce("NULL") { list, kind in "\(list), \(kind)" }
    }
}

extension StoreReader {
    /// True while the worker is still to ask Stripe about a payment on an account.
    public func awaitsConfirmation(on account: String) throws -> Bool {
        try runner.row(
            """
            SELECT o.id FROM outbox o JOIN payments p ON p.id = o.subject
            WHERE o.done_at IS NULL AND o.kind = \(Errand.Kind.confirmPayment) AND p.account = \(account) LIMIT 1
            """
        ) != nil
    }
}

extension StoreWriter {
    /// Leaves an errand to the worker; once, as long as nobody has taken it.
    ///
    /// While one is being done, what it read may be out of date already: a second one is left beside it.
    ///
    /// - Parameters:
    ///   - kind: what is to be done.
    ///   - subject: the row it is about.
    ///   - now: this moment.
    ///   - dueAt: the moment before which nobody takes it; at once unless told.
    /// - Throws: the database's error.
    public func leave(_ kind: Errand.Kind, about subject: Int64, at now: Instant, dueAt: Instant? = nil) throws {
        _ = try transaction.insertUnlessDuplicate(
            """
            INSERT INTO outbox (kind, subject, due_at, created_at)
            VALUES (\(kind), \(subject), \(dueAt ?? now), \(now))
            """
        )
    }

    /// Takes the errand of some lanes that has been due for longest, and hides it from other workers until a moment.
    ///
    /// During a deployment a newer program may leave errands of kinds that this one does not know: they wait for its worker.
    ///
    /// - Parameters:
    ///   - lanes: the lanes; all of them unless told.
    ///   - now: the present moment.
    ///   - leaseEnd: when others may take it again, should this worker die.
    /// - Returns: the errand; nil when none is due.
    /// - Throws: the database's error.
    public func takeErrand(
        in lanes: Set<Errand.Lane> = Set(Errand.Lane.allCases),
        at now: Instant,
        leaseUntil leaseEnd: Instant
    ) throws -> Errand? {
        let row = try transaction.row(
            """
            SELECT id, kind, subject, tries FROM outbox
            WHERE done_at IS NULL AND due_at <= \(now) AND kind IN (\(Errand.Kind.known(in: lanes)))
            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """
        )
        guard let row else { return nil }
        let errand = Errand(
            id: try row["id"],
            kind: try row["kind"],
            subject: try row["subject"],
            tries: try row["tries"] + 1
        )
        try transaction.execute(
            "UPDATE outbox SET due_at = \(leaseEnd), tries = \(errand.tries) WHERE id = \(errand.id)"
        )
        return errand
    }

    /// Notes that an errand is done.
    public func finish(_ errand: Errand, at now: Instant) throws {
        try transaction.execute("UPDATE outbox SET done_at = \(now), last_error = NULL WHERE id = \(errand.id)")
    }

    /// Notes why an errand could not be done, and when to try again.
    public func postpone(_ errand: Errand, until moment: Instant, because reason: String) throws {
        try transaction.execute(
            """
            UPDATE outbox SET due_at = \(moment), last_error = \(String(reason.prefix(500))) WHERE id = \(errand.id)
            """
        )
    }

    /// Notes that an errand will not be done, and why: it is over, and keeps its reason.
    public func abandon(_ errand: Errand, because reason: String, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE outbox SET done_at = \(now), last_error = \(String(reason.prefix(500))) WHERE id = \(errand.id)
            """
        )
    }
}
