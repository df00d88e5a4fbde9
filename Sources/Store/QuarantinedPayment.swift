public import Accounting
import MariaDB
public import Payments

extension QuarantineReason: SQLWord {}

/// Money that was set aside for a person to decide (« Paiements à vérifier »).
public struct QuarantinedPayment: Sendable, Equatable {
    /// What a person decided.
    public enum Resolution: String, Sendable, CaseIterable {
        /// It was booked on an invoice.
        case assigned
        /// It was given back at Stripe.
        case refunded
    }

    /// The row's id.
    public let id: Int64
    /// Whose money it is.
    public let companyID: Int64
    /// The invoice whose session brought it.
    public let invoiceID: Int64
    /// The attempt it came through; nil when none was written down.
    public let attemptID: Int64?
    /// The invoice's number.
    public let number: String
    /// The client's name on that invoice.
    public let client: String
    /// The account at Stripe that has it.
    public let account: String
    /// What identifies it at Stripe.
    public let reference: String
    /// The amount.
    public let amount: Cents
    /// The currency, three lower-case letters.
    public let currency: String
    /// The day the client paid, in Paris.
    public let receivedOn: Day
    /// Why it was set aside.
    public let reason: QuarantineReason
    /// What was decided; nil while it waits.
    public let resolution: Resolution?
    /// When it was noticed.
    public let createdAt: Instant
}

extension QuarantinedPayment.Resolution: SQLWord {}

extension QuarantinedPayment {
    static let select: SQL = """
        SELECT q.id, q.company_id, q.invoice_id, q.attempt_id, i.number, d.buyer_name, q.account, q.reference, q.amount_cents,
            q.currency, q.received_on, q.reason, q.resolution, q.created_at
        FROM quarantined_payments q
        JOIN invoices i ON i.id = q.invoice_id
        JOIN issued_invoices d ON d.invoice_id = q.invoice_id
        """

    init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        invoiceID = try row["invoice_id"]
        attemptID = try row["attempt_id"]
        number = try row["number"]
        client = try row["buyer_name"]
        account = try row["account"]
        reference = try row["reference"]
        amount = try row["amount_cents"]
        currency = try row["currency"]
        receivedOn = try row["received_on"]
        reason = try row["reason"]
        resolution = try row["resolution"]
        createdAt = try row["created_at"]
    }
}
