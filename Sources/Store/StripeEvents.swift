public import Accounting
import MariaDB

/// What became of an event of Stripe.
public enum EventOutcome: String, Sendable, CaseIterable {
    /// It settled a payment.
    case settled
    /// It made the worker ask Stripe.
    case doorbell
    /// It ended the connection of an account.
    case disconnected
    /// What it says was known already.
    case known
    /// It is about a session of ours that we do not know yet: the worker will ask about it for some minutes.
    case waiting
    /// The session is ours and stays unknown: it is an « écart ».
    case unrecorded
    /// It is about nothing of ours.
    case unknownObject = "unknown_object"
    /// It is test money where we take real money, or the reverse.
    case otherMode = "other_mode"
    /// Its type means nothing to us.
    case ignored
}

extension EventOutcome: SQLWord {}

/// Which of the platform's two endpoints an event came to (Stripe, "Connect webhooks").
public enum StripeEndpoint: String, Sendable {
    /// That of connected accounts.
    case connect
    /// That of the platform's own account.
    case platform
}

extension StripeEndpoint: SQLWord {}

/// An event whose signature held, for the journal.
public struct StripeEventRecord: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Stripe's name of it, "evt_…".
    public let event: String
    /// What happened, in Stripe's words.
    public let type: String
    /// The endpoint it came to.
    public let endpoint: StripeEndpoint
    /// The account it happened on.
    public let account: String?
    /// The id of its object.
    public let subject: String?
    /// The payment it is about.
    public let payment: String?
    /// The invoice it is about, and its number.
    public let invoiceID: Int64?
    /// The invoice's number.
    public let number: String?
    /// What became of it.
    public let outcome: EventOutcome
    /// When it happened at Stripe.
    public let createdAt: Instant
    /// When it came to us.
    public let receivedAt: Instant
}

extension StoreReader {
    /// What became of an event; nil when it was never received.
    public func outcome(ofEvent event: String) throws -> EventOutcome? {
        try runner.row("SELECT outcome FROM stripe_events WHERE event = \(event)").map { try $0["outcome"] }
    }

    /// An event by its row.
    public func event(_ id: Int64) throws -> StripeEventRecord? {
        try runner.row("\(StripeEventRecord.select) WHERE e.id = \(id)").map(StripeEventRecord.init)
    }

    /// The events of the accounts that a company is or was connected to, newest first.
    ///
    /// - Parameters:
    ///   - companyID: whose accounts.
    ///   - last: the row before which to begin; nil for the newest.
    ///   - limit: how many at most.
    /// - Returns: the events.
    /// - Throws: the database's error.
    public func events(of companyID: Int64, before last: Int64? = nil, limit: Int = 100) throws -> [StripeEventRecord] {
        try runner.rows(
            """
            \(StripeEventRecord.select)
            JOIN stripe_accounts a ON a.account = e.account
            WHERE a.company_id = \(companyID) AND e.id < \(last ?? .max)
            ORDER BY e.id DESC LIMIT \(limit)
            """
        ).map(StripeEventRecord.init)
    }
}

extension StoreWriter {
    /// Remembers an event before its effects, in their transaction; nil when it was received before.
    ///
    /// A second delivery of the same event waits here until the first one's transaction ends.
    public func addEvent(
        _ event: String,
        type: String,
        endpoint: StripeEndpoint,
        account: String?,
        isLive: Bool,
        subject: String?,
        payment: String?,
        createdAt: Instant,
        at now: Instant
    ) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO stripe_events (event, type, endpoint, account, is_live, subject, payment, outcome, created_at,
                received_at)
            VALUES (\(event), \(type), \(endpoint), \(account), \(isLive), \(subject), \(payment),
                \(EventOutcome.ignored), \(createdAt), \(now))
            """
        )?.lastInsertID
    }

    /// Notes what became of an event, and the invoice it is about.
    public func update(event id: Int64, outcome: EventOutcome, invoiceID: Int64? = nil) throws {
        try transaction.execute(
            "UPDATE stripe_events SET outcome = \(outcome), invoice_id = \(invoiceID) WHERE id = \(id)"
        )
    }
}

extension StripeEventRecord {
    fileprivate static let select: SQL = """
        SELECT e.id, e.event, e.type, e.endpoint, e.account, e.subject, e.payment, e.invoice_id, i.number, e.outcome,
            e.created_at, e.received_at
        FROM stripe_events e LEFT JOIN invoices i ON i.id = e.invoice_id
        """

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        event = try row["event"]
        type = try row["type"]
        endpoint = try row["endpoint"]
        account = try row["account"]
        subject = try row["subject"]
        payment = try row["payment"]
        invoiceID = try row["invoice_id"]
        number = try row["number"]
        outcome = try row["outcome"]
        createdAt = try row["created_at"]
        receivedAt = try row["received_at"]
    }
}
