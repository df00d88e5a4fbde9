public import Accounting
public import Invoicing
import MariaDB

/// An invoice in a list.
public struct InvoiceSummary: Sendable, Equatable {
    /// Where it stands.
    public let invoice: Invoice
    /// The client's name: today's for a draft, the frozen one afterwards.
    public let clientName: String
    /// What is to be given back to the client.
    public let owedBack: Cents

    init(invoice: Invoice, clientName: String, owedBack: Cents = .zero) {
        self.invoice = invoice
        self.clientName = clientName
        self.owedBack = owedBack
    }
}

extension StoreReader {
    /// A company's invoices that await at least this much, the nearest due first.
    public func invoicesAwaiting(_ amount: Cents, of companyID: Int64, limit: Int = 200) throws -> [InvoiceSummary] {
        try runner.rows(
            """
            SELECT \(Invoice.columns), d.buyer_name AS client_name
            FROM invoices i JOIN issued_invoices d ON d.invoice_id = i.id
            WHERE i.company_id = \(companyID) AND i.folder = 'awaited' AND i.awaited_cents >= \(amount)
            ORDER BY i.due_key, i.id LIMIT \(limit)
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

    /// Notes that a credit note takes off a part of what is asked.
    public func waive(_ invoice: Invoice, to state: InvoiceState, at now: Instant) throws {
        guard let asked = state.asked, asked != invoice.total - invoice.waived else { return }
        try transaction.execute(
            """
            UPDATE invoices SET waived_cents = \(invoice.total - asked), updated_at = \(now) WHERE id = \(invoice.id)
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

    /// Notes when its seller last said that they had sent an invoice themselves.
    public func noteHandingOver(of invoice: Invoice, at now: Instant) throws {
        try transaction.execute(
            "UPDATE invoices SET handed_at = \(now) WHERE id = \(invoice.id)"
        )
    }

    /// Notes that a person opened an invoice.
    public func noteOpening(of invoice: Invoice, delivery: InvoiceStatus.Delivery, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE invoices SET delivery = \(delivery), seen_at = \(now), updated_at = \(now) WHERE id = \(invoice.id)
            """
        )
    }
}
