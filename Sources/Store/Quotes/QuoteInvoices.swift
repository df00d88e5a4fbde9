public import Accounting
public import Invoicing
import MariaDB

/// An invoice that a quote has become, in whole or in part.
public struct QuoteInvoice: Sendable, Equatable {
    /// What an invoice asks of a quote.
    public enum Kind: String, Sendable {
        /// A part, before the work.
        case deposit
        /// All of it, or what its deposits left.
        case balance
    }

    /// The invoice's row.
    public let invoiceID: Int64
    /// What it asks.
    public let kind: Kind
    /// How much of the quote it takes; before VAT when the quote was sent without any.
    public let amount: Cents
    /// The invoice's number; nil while it is a draft.
    public let number: String?
    /// Where the invoice stands.
    public let invoiceState: InvoiceState

    /// True while it is neither paid nor cancelled.
    public var isOpen: Bool {
        switch invoiceState {
        case .draft, .open, .processing: true
        case .paid, .cancelled: false
        }
    }

    /// True when a credit note has cancelled the invoice: it takes nothing of the quote any more.
    public var isCancelled: Bool { if case .cancelled = invoiceState { true } else { false } }
}

extension QuoteInvoice.Kind: SQLWord {}

extension StoreReader {
    /// The invoices that a quote has become, oldest first.
    public func invoices(ofQuote id: Int64) throws -> [QuoteInvoice] {
        try runner.rows(
            """
            SELECT v.invoice_id, v.kind, v.amount_cents, i.number, i.state, i.paid_cents,
                i.total_cents - i.waived_cents AS asked_cents
            FROM quote_invoices v JOIN invoices i ON i.id = v.invoice_id WHERE v.quote_id = \(id)
            ORDER BY v.invoice_id
            """
        ).map { row in
            QuoteInvoice(
                invoiceID: try row["invoice_id"],
                kind: try row["kind"],
                amount: try row["amount_cents"],
                number: try row["number"],
                invoiceState: try InvoiceState(
                    word: try row["state"],
                    paid: try row["paid_cents"],
                    total: try row["asked_cents"]
                )
            )
        }
    }

    /// The quote that an invoice comes from.
    public func quote(ofInvoice id: Int64) throws -> InvoicedQuote? {
        try runner.row(
            """
            SELECT q.id, q.number, q.client_id, v.kind FROM quote_invoices v JOIN quotes q ON q.id = v.quote_id
            WHERE v.invoice_id = \(id)
            """
        ).map { row in
            InvoicedQuote(
                id: try row["id"],
                number: try row["number"],
                clientID: try row["client_id"],
                kind: try row["kind"]
            )
        }
    }

    /// How much a deposit that is being written may ask; nil when it comes from no quote.
    public func limit(ofDeposit invoiceID: Int64) throws -> DepositLimit? {
        try runner.row(
            """
            SELECT v.amount_cents, s.seller_under_franchise FROM quote_invoices v
            JOIN sent_quotes s ON s.quote_id = v.quote_id
            WHERE v.invoice_id = \(invoiceID) AND v.kind = 'deposit'
            """
        ).map { DepositLimit(amount: try $0["amount_cents"], isBeforeVAT: try $0["seller_under_franchise"]) }
    }
}

extension StoreWriter {
    /// Notes that a quote, whose lock the caller holds, becomes an invoice.
    ///
    /// The database refuses what would go beyond the quote.
    public func note(_ invoiceID: Int64, as kind: QuoteInvoice.Kind, of quote: Quote, amount: Cents) throws {
        try transaction.execute(
            """
            INSERT INTO quote_invoices (invoice_id, quote_id, kind, amount_cents)
            VALUES (\(invoiceID), \(quote.id), \(kind), \(amount))
            """
        )
    }

    /// What cancelled invoices took of a quote is free again.
    public func releaseCancelledInvoices(of quote: Quote, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE quote_invoices v JOIN invoices i ON i.id = v.invoice_id SET v.released_at = \(now)
            WHERE v.quote_id = \(quote.id) AND v.released_at IS NULL AND i.state = 'cancelled'
            """
        )
    }
}
