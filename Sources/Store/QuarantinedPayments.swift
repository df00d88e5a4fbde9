public import Accounting
import MariaDB
public import Payments

extension StoreReader {
    /// Money of a company that was set aside: first what waits for a decision, then the rest, newest first.
    public func quarantinedPayments(of companyID: Int64, limit: Int = 200) throws -> [QuarantinedPayment] {
        try runner.rows(
            """
            \(QuarantinedPayment.select) WHERE q.company_id = \(companyID)
            ORDER BY q.resolution IS NOT NULL, q.id DESC LIMIT \(limit)
            """
        ).map(QuarantinedPayment.init)
    }

    /// Money that was set aside, by its row.
    public func quarantinedPayment(_ id: Int64) throws -> QuarantinedPayment? {
        try runner.row("\(QuarantinedPayment.select) WHERE q.id = \(id)").map(QuarantinedPayment.init)
    }

    /// Money that was set aside, by what identifies it at Stripe.
    public func quarantinedPayment(account: String, reference: String) throws -> QuarantinedPayment? {
        try runner.row(
            "\(QuarantinedPayment.select) WHERE q.account = \(account) AND q.reference = \(reference)"
        ).map(QuarantinedPayment.init)
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

    /// Sets money aside for a person to decide; its (account, reference) can be set aside only once.
    public func addQuarantinedPayment(
        of amount: Cents,
        in currency: String,
        for invoice: Invoice,
        attemptID: Int64?,
        account: String,
        reference: String,
        receivedOn: Day,
        reason: QuarantineReason,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            INSERT INTO quarantined_payments (company_id, invoice_id, attempt_id, account, reference, amount_cents,
                currency, received_on, reason, created_at)
            VALUES (\(invoice.companyID), \(invoice.id), \(attemptID), \(account), \(reference), \(amount),
                \(currency), \(receivedOn), \(reason), \(now))
            """
        )
    }

    /// Locks money that was set aside until the transaction ends, and reads it.
    public func lockQuarantinedPayment(_ id: Int64) throws -> QuarantinedPayment? {
        guard try transaction.row("SELECT id FROM quarantined_payments WHERE id = \(id) FOR UPDATE") != nil else {
            return nil
        }
        return try reader.quarantinedPayment(id)
    }

    /// Notes that money that was set aside was booked by hand.
    public func assign(_ payment: QuarantinedPayment, as paymentID: Int64, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE quarantined_payments SET resolution = \(QuarantinedPayment.Resolution.assigned), resolved_at = \(now),
                payment_id = \(paymentID)
            WHERE id = \(payment.id) AND resolution IS NULL
            """
        )
    }

    /// Notes that money that was set aside went back to the client; what was decided before stays.
    public func noteRefund(of payment: QuarantinedPayment, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE quarantined_payments SET resolution = \(QuarantinedPayment.Resolution.refunded), resolved_at = \(now)
            WHERE id = \(payment.id) AND resolution IS NULL
            """
        )
    }

    /// Notes that the money is there again: giving it back has failed, and it waits for a decision once more.
    public func takeBackRefund(of payment: QuarantinedPayment) throws {
        try transaction.execute(
            """
            UPDATE quarantined_payments SET resolution = NULL, resolved_at = NULL
            WHERE id = \(payment.id) AND resolution = \(QuarantinedPayment.Resolution.refunded)
            """
        )
    }
}
