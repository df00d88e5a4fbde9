public import Accounting
import MariaDB
public import Payments

extension StoreReader {
    /// The movements of money of an invoice, oldest first.
    public func payments(of invoiceID: Int64) throws -> [Payment] {
        try runner.rows("\(Payment.select) WHERE invoice_id = \(invoiceID) ORDER BY id").map(Payment.init)
    }

    /// A movement of money by its row.
    public func payment(_ id: Int64) throws -> Payment? {
        try runner.row("\(Payment.select) WHERE id = \(id)").map(Payment.init)
    }

    /// A movement of money by what identifies it at Stripe.
    public func payment(account: String, reference: String) throws -> Payment? {
        try runner.row("\(Payment.select) WHERE account = \(account) AND reference = \(reference)").map(Payment.init)
    }

    /// The receipt that came through an attempt.
    public func payment(ofAttempt attemptID: Int64) throws -> Payment? {
        try runner.row("\(Payment.select) WHERE attempt_id = \(attemptID)").map(Payment.init)
    }

    /// True when the receipt by hand of this key is booked.
    public func isBooked(key: Fingerprint) throws -> Bool {
        try runner.row("SELECT id FROM payments WHERE entry_key = \(key)") != nil
    }

    /// The receipt of an invoice that was received last, those undone and what went back left out.
    public func latestReceipt(of invoiceID: Int64) throws -> Payment? {
        try runner.row(
            """
            \(Payment.select) p WHERE invoice_id = \(invoiceID) AND undoes IS NULL AND reversal_id IS NULL
                AND credit_note_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM payments u WHERE u.undoes = p.id)
            ORDER BY received_on DESC, id DESC LIMIT 1
            """
        ).map(Payment.init)
    }
}

extension StoreWriter {
    /// Books a movement of money on an invoice whose lock the caller holds.
    ///
    /// - Returns: its row's id; nil when it was booked before.
    public func addPayment(_ entry: Payment.Entry, of invoice: Invoice, at now: Instant) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO payments (company_id, invoice_id, attempt_id, account, reference, entry_key, note, amount_cents,
                means, received_on, undoes, reversal_id, credit_note_id, created_at)
            VALUES (\(invoice.companyID), \(invoice.id), \(entry.attemptID), \(entry.source.account),
                \(entry.source.stripeReference), \(entry.source.key), \(entry.source.note), \(entry.amount),
                \(entry.means), \(entry.receivedOn), \(entry.undoes), \(entry.reversalID),
                \(entry.creditNoteID), \(now))
            """
        )?.lastInsertID
    }

    /// Notes that Stripe, asked again, said the same of a payment.
    public func confirmPayment(_ id: Int64, at now: Instant) throws {
        try transaction.execute("UPDATE payments SET confirmed_at = \(now) WHERE id = \(id)")
    }

    /// Notes what was really taken of a payment.
    public func note(_ fees: PaymentFees, of paymentID: Int64) throws {
        try transaction.execute(
            """
            UPDATE payments SET platform_fee_cents = \(fees.platform), stripe_fee_cents = \(fees.stripe)
            WHERE id = \(paymentID) AND platform_fee_cents IS NULL
            """
        )
    }
}
