public import Accounting
import MariaDB
public import Payments

extension Reversal.Kind: SQLWord {}
extension Reversal.State: SQLWord {}

/// Money that went back at Stripe, as it stands in its row.
public struct ReversalRecord: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose money it was.
    public let companyID: Int64
    /// The invoice that it had come for.
    public let invoiceID: Int64
    /// The invoice's number.
    public let number: String
    /// The client's name on that invoice.
    public let client: String
    /// The movement by which the money had come; nil when it had been set aside.
    public let paymentID: Int64?
    /// Why it went back.
    public let kind: Reversal.Kind
    /// Whether it went back.
    public let state: Reversal.State
    /// The account at Stripe.
    public let account: String
    /// What identifies it at Stripe.
    public let reference: String
    /// What identifies the payment at Stripe.
    public let paymentReference: String
    /// The amount, positive.
    public let amount: Cents
    /// The day it began, in Paris.
    public let beganOn: Day
    /// The number of the credit note that answered it.
    public let creditNote: String?
    /// When the seller decided to answer it otherwise.
    public let setAsideAt: Instant?

    /// True while the seller has something to do about it: money of a booked payment is gone, and nothing answered it.
    public var awaitsCreditNote: Bool {
        state == .done && paymentID != nil && creditNote == nil && setAsideAt == nil
    }

    /// True when money of a booked payment is gone, or on its way back, and no credit note answers it: what it takes from what
    /// is to be given back.
    public var isLeaving: Bool {
        paymentID != nil && creditNote == nil && (state == .done || (state == .pending && kind == .refund))
    }
}

extension StoreReader {
    /// Money of a company that went back, newest first.
    public func reversals(of companyID: Int64, limit: Int = 200) throws -> [ReversalRecord] {
        try runner.rows("\(ReversalRecord.select) WHERE r.company_id = \(companyID) ORDER BY r.id DESC LIMIT \(limit)")
            .map(ReversalRecord.init)
    }

    /// Money that went back of an invoice, oldest first.
    public func reversals(ofInvoice invoiceID: Int64) throws -> [ReversalRecord] {
        try runner.rows("\(ReversalRecord.select) WHERE r.invoice_id = \(invoiceID) ORDER BY r.id")
            .map(ReversalRecord.init)
    }

    /// Money that went back of a payment, or is on its way back, oldest first.
    public func reversals(ofPayment payment: String, account: String) throws -> [ReversalRecord] {
        try runner.rows(
            """
            \(ReversalRecord.select) WHERE r.account = \(account) AND r.payment = \(payment) AND r.state <> 'failed'
            ORDER BY r.id
            """
        ).map(ReversalRecord.init)
    }

    /// Money that went back, by its row.
    public func reversal(_ id: Int64) throws -> ReversalRecord? {
        try runner.row("\(ReversalRecord.select) WHERE r.id = \(id)").map(ReversalRecord.init)
    }

    /// Money that went back, by what identifies it at Stripe.
    public func reversal(account: String, reference: String) throws -> ReversalRecord? {
        try runner.row("\(ReversalRecord.select) WHERE r.account = \(account) AND r.reference = \(reference)")
            .map(ReversalRecord.init)
    }
}

extension StoreWriter {
    /// Notes money that went back of an invoice whose lock the caller holds, for the first time.
    public func addReversal(
        _ reversal: Reversal,
        of invoice: Invoice,
        paymentID: Int64?,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            INSERT INTO reversals (company_id, invoice_id, payment_id, account, reference, payment, kind, state,
                amount_cents, began_on, created_at, updated_at)
            VALUES (\(invoice.companyID), \(invoice.id), \(paymentID), \(reversal.account), \(reversal.reference),
                \(reversal.payment), \(reversal.kind), \(reversal.state), \(reversal.amount),
                \(reversal.beganAt.parisDay), \(now), \(now))
            """
        )
    }

    /// Notes how money that went back stands now.
    public func update(_ record: ReversalRecord, state: Reversal.State, at now: Instant) throws {
        try transaction.execute(
            "UPDATE reversals SET state = \(state), updated_at = \(now) WHERE id = \(record.id)"
        )
    }

    /// Notes the credit note that answers money that went back.
    public func answer(_ record: ReversalRecord, with creditNoteID: Int64) throws {
        try transaction.execute("UPDATE reversals SET credit_note_id = \(creditNoteID) WHERE id = \(record.id)")
    }

    /// Notes that the seller answers money that went back otherwise.
    public func setAside(_ record: ReversalRecord, at now: Instant) throws {
        try transaction.execute("UPDATE reversals SET set_aside_at = \(now) WHERE id = \(record.id)")
    }
}

extension ReversalRecord {
    fileprivate static let select: SQL = """
        SELECT r.id, r.company_id, r.invoice_id, i.number, d.buyer_name, r.payment_id, r.kind, r.state, r.account,
            r.reference, r.payment, r.amount_cents, r.began_on, r.set_aside_at, \(CreditNoteRecord.numberText) AS credit_note
        FROM reversals r
        JOIN invoices i ON i.id = r.invoice_id
        JOIN issued_invoices d ON d.invoice_id = r.invoice_id
        LEFT JOIN credit_notes c ON c.id = r.credit_note_id
        """

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        invoiceID = try row["invoice_id"]
        number = try row["number"]
        client = try row["buyer_name"]
        paymentID = try row["payment_id"]
        kind = try row["kind"]
        state = try row["state"]
        account = try row["account"]
        reference = try row["reference"]
        paymentReference = try row["payment"]
        amount = try row["amount_cents"]
        beganOn = try row["began_on"]
        setAsideAt = try row["set_aside_at"]
        creditNote = try row["credit_note"]
    }
}
