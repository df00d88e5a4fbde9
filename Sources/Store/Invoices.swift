public import Accounting
public import Invoicing
import MariaDB
import Payments

extension InvoiceStatus.Delivery: SQLWord {}
extension MeansOfPayment: SQLWord {}

/// An invoice in a list.
public struct InvoiceSummary: Sendable, Equatable {
    /// Where it stands.
    public let invoice: Invoice
    /// The client's name: today's for a draft, the frozen one afterwards.
    public let clientName: String
}

/// The living row of an invoice: where it stands, without what it says.
public struct Invoice: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose invoice it is.
    public let companyID: Int64
    /// The client it is for.
    public let clientID: Int64
    /// Where it stands.
    public let state: InvoiceState
    /// How far it has travelled to its client.
    public let delivery: InvoiceStatus.Delivery
    /// The number; nil for a draft.
    public let number: String?
    /// « Objet ».
    public let subject: String
    /// The day of issue; nil for a draft.
    public let issuedOn: Day?
    /// The last day to pay; nil for a draft.
    public let dueOn: Day?
    /// The amount to pay.
    public let total: Cents
    /// What was received.
    public let paid: Cents
    /// The day it was paid in full.
    public let paidOn: Day?
    /// How it was paid.
    public let means: MeansOfPayment?
    /// Whether the client may pay online.
    public let offersOnlinePayment: Bool
    /// What went back to the client at Stripe.
    public let refunded: Cents
    /// True while the client disputes a payment at their bank.
    public let isDisputed: Bool

    /// True when the invoice may be paid online, by a seller who takes payments.
    public var awaitsOnlinePayment: Bool {
        state.isOpen && offersOnlinePayment && OnlineAmount.range.contains(state.due)
    }

    /// What people are told on a day.
    public func status(on today: Day) -> InvoiceStatus {
        InvoiceStatus(
            state: state,
            delivery: delivery,
            dueOn: dueOn,
            today: today,
            refunded: refunded,
            isDisputed: isDisputed
        )
    }
}

extension StoreReader {
    /// The newest invoices of a company.
    public func invoices(of companyID: Int64, limit: Int = 200) throws -> [InvoiceSummary] {
        try runner.rows(
            """
            SELECT \(Invoice.columns), COALESCE(d.buyer_name, c.name) AS client_name
            FROM invoices i
            JOIN clients c ON c.id = i.client_id
            LEFT JOIN issued_invoices d ON d.invoice_id = i.id
            WHERE i.company_id = \(companyID) ORDER BY i.id DESC LIMIT \(limit)
            """
        ).map { InvoiceSummary(invoice: try Invoice($0), clientName: try $0["client_name"]) }
    }

    /// A company's invoices that await at least this much, the nearest due first.
    public func invoicesAwaiting(_ amount: Cents, of companyID: Int64, limit: Int = 200) throws -> [InvoiceSummary] {
        try runner.rows(
            """
            SELECT \(Invoice.columns), d.buyer_name AS client_name
            FROM invoices i JOIN issued_invoices d ON d.invoice_id = i.id
            WHERE i.company_id = \(companyID) AND i.state IN ('open', 'processing')
                AND i.total_cents - i.paid_cents >= \(amount)
            ORDER BY i.due_on, i.id LIMIT \(limit)
            """
        ).map { InvoiceSummary(invoice: try Invoice($0), clientName: try $0["client_name"]) }
    }

    /// An invoice, if it is this company's.
    public func invoice(_ id: Int64, of companyID: Int64) throws -> Invoice? {
        try runner.row("\(Invoice.select) WHERE i.id = \(id) AND i.company_id = \(companyID)").map(Invoice.init)
    }
}

extension StoreWriter {
    /// Locks an invoice until the transaction ends, and reads it; nil when there is none.
    public func lockInvoice(_ id: Int64) throws -> Invoice? {
        // The lock is taken on the one row; what is joined to it never changes while it is held.
        guard try transaction.row("SELECT id FROM invoices WHERE id = \(id) FOR UPDATE") != nil else { return nil }
        return try transaction.row("\(Invoice.select) WHERE i.id = \(id)").map(Invoice.init)
    }

    /// Notes that money arrived, or that a delayed payment began or failed.
    public func update(
        _ invoice: Invoice,
        to state: InvoiceState,
        paidOn: Day?,
        means: MeansOfPayment?,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            UPDATE invoices SET state = \(state.word), paid_cents = \(state.paid), paid_on = \(paidOn),
                means = \(means), updated_at = \(now)
            WHERE id = \(invoice.id)
            """
        )
    }

    /// Notes whether the client may pay online.
    public func update(_ invoice: Invoice, offersOnlinePayment: Bool, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE invoices SET online_payment = \(offersOnlinePayment), updated_at = \(now) WHERE id = \(invoice.id)
            """
        )
    }

    /// Notes how far an invoice has travelled to its client.
    public func update(_ invoice: Invoice, delivery: InvoiceStatus.Delivery, at now: Instant) throws {
        try transaction.execute(
            "UPDATE invoices SET delivery = \(delivery), updated_at = \(now) WHERE id = \(invoice.id)"
        )
    }
}

extension Invoice {
    static let select: SQL = """
        SELECT \(columns) FROM invoices i LEFT JOIN issued_invoices d ON d.invoice_id = i.id
        """
    static let columns: SQL = "\(standing), i.subject, d.issued_on, i.due_on"

    /// The columns that do not stand in the issued document as well.
    static let standing: SQL = """
        i.id, i.company_id, i.client_id, i.state, i.delivery, i.number, i.total_cents, i.paid_cents, i.paid_on,
        i.means, i.online_payment,
        (SELECT CAST(COALESCE(SUM(r.amount_cents), 0) AS SIGNED) FROM reversals r
            WHERE r.invoice_id = i.id AND r.payment_id IS NOT NULL AND r.state = 'done') AS refunded_cents,
        EXISTS (SELECT 1 FROM reversals r
            WHERE r.invoice_id = i.id AND r.kind = 'dispute' AND r.state = 'pending') AS is_disputed
        """

    init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        clientID = try row["client_id"]
        delivery = try row["delivery"]
        number = try row["number"]
        subject = try row["subject"]
        issuedOn = try row["issued_on"]
        dueOn = try row["due_on"]
        total = try row["total_cents"]
        paid = try row["paid_cents"]
        paidOn = try row["paid_on"]
        means = try row["means"]
        offersOnlinePayment = try row["online_payment"]
        refunded = try row["refunded_cents"]
        isDisputed = try row["is_disputed"]
        state = try InvoiceState(word: try row["state"], paid: paid, total: total)
    }
}
