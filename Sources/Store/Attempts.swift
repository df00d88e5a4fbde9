public import Accounting
import MariaDB
public import Payments

extension AttemptState: SQLWord {}

/// An attempt to pay an invoice, as it stands in its row.
public struct AttemptRecord: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose invoice it pays.
    public let companyID: Int64
    /// The attempt's place among those of its invoice, from 1.
    public let number: Int64
    /// What was asked for, and where it stands.
    public let attempt: Attempt
    /// What goes to NeedMe.
    public let fee: Cents
    /// What follows the seller's label on the client's card statement.
    public let statementSuffix: String
    /// When the session ends at Stripe.
    public let sessionExpiresAt: Instant
    /// The session's id at Stripe; nil until Stripe answered.
    public let session: String?
    /// Where the client pays; nil until Stripe answered.
    public let sessionURL: String?
    /// The view link that the client came from.
    public let returnToken: String
    /// When it was written.
    public let createdAt: Instant

    /// The name under which Stripe remembers the request that opens the session.
    public var idempotencyKey: String { "cs:\(attempt.invoice):\(number)" }
}

extension StoreReader {
    /// An attempt by its session.
    public func attempt(session: String) throws -> AttemptRecord? {
        try runner.row("\(AttemptRecord.select) WHERE session = \(session)").map(AttemptRecord.init)
    }

    /// An attempt by its row.
    public func attempt(_ id: Int64) throws -> AttemptRecord? {
        try runner.row("\(AttemptRecord.select) WHERE id = \(id)").map(AttemptRecord.init)
    }

    /// Attempts in these states about which Stripe was not asked since a moment.
    public func attempts(
        in states: [AttemptState],
        uncheckedSince moment: Instant,
        limit: Int
    ) throws -> [AttemptRecord] {
        try states.flatMap { state in
            try runner.rows(
                """
                \(AttemptRecord.select) WHERE state = \(state) AND checked_at < \(moment)
                ORDER BY checked_at LIMIT \(limit)
                """
            ).map(AttemptRecord.init)
        }
    }

    /// The attempts of an account through which money may still come.
    public func liveAttempts(of account: String) throws -> [AttemptRecord] {
        try runner.rows(
            """
            \(AttemptRecord.select) WHERE account = \(account) AND state IN ('starting', 'open', 'processing')
            """
        ).map(AttemptRecord.init)
    }
}

extension StoreWriter {
    /// The attempt through which money may still come for an invoice whose lock the caller holds.
    public func liveAttempt(of invoiceID: Int64) throws -> AttemptRecord? {
        try transaction.row("\(AttemptRecord.select) WHERE live_invoice = \(invoiceID)").map(AttemptRecord.init)
    }

    /// Writes a new attempt down, before Stripe is asked; the caller holds the invoice's lock.
    public func addAttempt(
        _ attempt: Attempt,
        fee: Cents,
        statementSuffix: String,
        sessionExpiresAt: Instant,
        returnToken: String,
        of companyID: Int64,
        at now: Instant
    ) throws -> AttemptRecord {
        let last: Int64? = try transaction.row(
            "SELECT MAX(number) AS last FROM payment_attempts WHERE invoice_id = \(attempt.invoice)"
        ).flatMap { try $0["last"] }
        let id = try transaction.execute(
            """
            INSERT INTO payment_attempts (company_id, invoice_id, number, account, state, amount_cents, fee_cents,
                currency, statement_suffix, is_live, session_expires_at, return_token, created_at, checked_at)
            VALUES (\(companyID), \(attempt.invoice), \((last ?? 0) + 1), \(attempt.account), \(attempt.state),
                \(attempt.amount), \(fee), \(attempt.currency), \(statementSuffix), \(attempt.isLive),
                \(sessionExpiresAt), \(returnToken), \(now), \(now))
            """
        ).lastInsertID
        guard let record = try reader.attempt(id) else { preconditionFailure("The attempt was written just above.") }
        return record
    }

    /// Notes the session that Stripe opened for an attempt.
    public func update(_ record: AttemptRecord, state: AttemptState, session: String, url: String?) throws {
        try transaction.execute(
            """
            UPDATE payment_attempts SET state = \(state), session = \(session), session_url = \(url)
            WHERE id = \(record.id)
            """
        )
    }

    /// Notes where an attempt stands.
    public func update(_ record: AttemptRecord, state: AttemptState) throws {
        try transaction.execute("UPDATE payment_attempts SET state = \(state) WHERE id = \(record.id)")
    }

    /// Notes that Stripe was asked about an attempt.
    public func noteCheck(of record: AttemptRecord, at now: Instant) throws {
        try transaction.execute("UPDATE payment_attempts SET checked_at = \(now) WHERE id = \(record.id)")
    }
}

extension AttemptRecord {
    fileprivate static let select: SQL = """
        SELECT id, company_id, invoice_id, number, account, state, amount_cents, fee_cents, currency,
            statement_suffix, is_live, session_expires_at, session, session_url, return_token, created_at
        FROM payment_attempts
        """

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        number = try row["number"]
        fee = try row["fee_cents"]
        statementSuffix = try row["statement_suffix"]
        sessionExpiresAt = try row["session_expires_at"]
        session = try row["session"]
        sessionURL = try row["session_url"]
        returnToken = try row["return_token"]
        createdAt = try row["created_at"]
        attempt = Attempt(
            invoice: try row["invoice_id"],
            account: try row["account"],
            amount: try row["amount_cents"],
            currency: try row["currency"],
            isLive: try row["is_live"],
            state: try row["state"]
        )
    }
}
