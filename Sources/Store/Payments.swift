public import Accounting
import MariaDB
public import Payments

extension QuarantineReason: SQLWord {}

/// A payment that was booked.
public struct Payment: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// The invoice it paid.
    public let invoiceID: Int64
    /// The attempt it came through; nil for a payment recorded by hand.
    public let attemptID: Int64?
    /// What identifies it at Stripe.
    public let reference: String
    /// The amount.
    public let amount: Cents
    /// How it was paid.
    public let means: MeansOfPayment
    /// The day it was received, in Paris.
    public let receivedOn: Day
    /// When Stripe, asked again, said the same.
    public let confirmedAt: Instant?
}

/// Money that was set aside for a person to decide (« Paiements à vérifier »).
public struct QuarantinedPayment: Sendable, Equatable {
    /// The invoice whose attempt brought it.
    public let invoiceID: Int64
    /// What identifies it at Stripe.
    public let reference: String
    /// The amount.
    public let amount: Cents
    /// Why it was set aside.
    public let reason: QuarantineReason
    /// When it was noticed.
    public let createdAt: Instant
}

extension StoreReader {
    /// The payments of an invoice, oldest first.
    public func payments(of invoiceID: Int64) throws -> [Payment] {
        try runner.rows("\(Payment.select) WHERE invoice_id = \(invoiceID) ORDER BY id").map(Payment.init)
    }

    /// A payment by its row.
    public func payment(_ id: Int64) throws -> Payment? {
        try runner.row("\(Payment.select) WHERE id = \(id)").map(Payment.init)
    }

    /// Money of a company that waits for a person's decision, newest first.
    public func quarantinedPayments(of companyID: Int64) throws -> [QuarantinedPayment] {
        try runner.rows(
            """
            SELECT invoice_id, reference, amount_cents, reason, created_at
            FROM quarantined_payments WHERE company_id = \(companyID) ORDER BY id DESC
            """
        ).map { row in
            QuarantinedPayment(
                invoiceID: try row["invoice_id"],
                reference: try row["reference"],
                amount: try row["amount_cents"],
                reason: try row["reason"],
                createdAt: try row["created_at"]
            )
        }
    }
}

extension StoreWriter {
    /// True when this payment was booked or set aside before.
    public func isKnown(account: String, reference: String) throws -> Bool {
        try transaction.row(
            """
            SELECT 1 AS known FROM payments WHERE account = \(account) AND reference = \(reference)
            UNION ALL
            SELECT 1 FROM quarantined_payments WHERE account = \(account) AND reference = \(reference)
            LIMIT 1
            """
        ) != nil
    }

    /// Books a payment; its (account, reference) can be booked only once.
    public func addPayment(
        of amount: Cents,
        through record: AttemptRecord,
        account: String,
        reference: String,
        receivedOn: Day,
        at now: Instant
    ) throws -> Int64 {
        try transaction.execute(
            """
            INSERT INTO payments (company_id, invoice_id, attempt_id, account, reference, amount_cents, means,
                received_on, created_at)
            VALUES (\(record.companyID), \(record.attempt.invoice), \(record.id), \(account), \(reference), \(amount),
                \(MeansOfPayment.stripe), \(receivedOn), \(now))
            """
        ).lastInsertID
    }

    /// Sets money aside for a person to decide; its (account, reference) can be set aside only once.
    public func addQuarantinedPayment(
        of amount: Cents,
        in currency: String,
        through record: AttemptRecord,
        account: String,
        reference: String,
        reason: QuarantineReason,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            INSERT INTO quarantined_payments (company_id, invoice_id, account, reference, amount_cents, currency,
                reason, created_at)
            VALUES (\(record.companyID), \(record.attempt.invoice), \(account), \(reference), \(amount),
                \(currency), \(reason), \(now))
            """
        )
    }

    /// Notes that Stripe, asked again, said the same of a payment.
    public func confirmPayment(_ id: Int64, at now: Instant) throws {
        try transaction.execute("UPDATE payments SET confirmed_at = \(now) WHERE id = \(id)")
    }
}

extension Payment {
    fileprivate static let select: SQL = """
        SELECT id, invoice_id, attempt_id, reference, amount_cents, means, received_on, confirmed_at FROM payments
        """

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        invoiceID = try row["invoice_id"]
        attemptID = try row["attempt_id"]
        reference = try row["reference"]
        amount = try row["amount_cents"]
        means = try row["means"]
        receivedOn = try row["received_on"]
        confirmedAt = try row["confirmed_at"]
    }
}
