import Accounting
public import Invoicing
import MariaDB

/// A paid deposit that a later invoice may take off.
public struct Deposit: Sendable, Equatable {
    /// Its invoice.
    public let invoiceID: Int64
    /// The client.
    public let clientID: Int64
    /// The client's name on its invoice.
    public let clientName: String
    /// The quote that it is a part of, if it is: that quote's balance alone takes it off.
    public let quoteID: Int64?
    /// What a later invoice says of it.
    public let deducted: DeductedDeposit

    /// Whether an invoice of this quote, or of none, may take it off.
    public func isFree(for quote: InvoicedQuote?) -> Bool { quoteID == nil || quoteID == quote?.id }
}

extension StoreReader {
    /// The deposits of a company that are paid and that no invoice takes off, oldest first.
    ///
    /// One that a cancelled invoice took off is free again.
    public func freeDeposits(of companyID: Int64) throws -> [Deposit] {
        try runner.rows(
            """
            SELECT i.id, i.client_id, v.quote_id, d.buyer_name, d.series, d.year, d.sequence, d.issued_on,
                \(Deposit.kept) AS paid_cents
            FROM invoices i JOIN issued_invoices d ON d.invoice_id = i.id
                LEFT JOIN quote_invoices v ON v.invoice_id = i.id
            WHERE i.company_id = \(companyID) AND i.kind = 'deposit' AND i.state = 'paid' AND \(Deposit.isFree)
                AND \(Deposit.kept) > 0
            ORDER BY i.id
            """
        ).map(Deposit.init)
    }

    /// True when an invoice is a paid deposit that no invoice takes off.
    public func isFreeDeposit(_ invoice: Invoice) throws -> Bool {
        guard invoice.kind == .deposit, case .paid = invoice.state else { return false }
        return try !isDeducted(deposit: invoice.id)
    }

    /// True while an invoice that stands takes off this deposit.
    public func isDeducted(deposit invoiceID: Int64) throws -> Bool {
        try runner.row("SELECT 1 AS one FROM invoices i WHERE i.id = \(invoiceID) AND \(Deposit.isFree)") == nil
    }

    /// What an issued invoice took off, oldest first.
    func deposits(of invoiceID: Int64) throws -> [DeductedDeposit] {
        try runner.rows(
            """
            SELECT d.series, d.year, d.sequence, d.issued_on, o.amount_cents AS paid_cents
            FROM issued_deposits o JOIN issued_invoices d ON d.invoice_id = o.deposit_id
            WHERE o.invoice_id = \(invoiceID) ORDER BY o.deposit_id
            """
        ).map(DeductedDeposit.init)
    }
}

extension Deposit {
    /// Of a row of `invoices i`, whether no invoice that stands takes it off.
    fileprivate static let isFree: SQL = """
        NOT EXISTS (SELECT 1 FROM issued_deposits o JOIN invoices f ON f.id = o.invoice_id
            WHERE o.deposit_id = i.id AND f.state <> 'cancelled')
        """

    /// Of a row of `invoices i`, what was paid and no credit note has taken back since.
    fileprivate static let kept: SQL = """
        (i.paid_cents + i.waived_cents - (SELECT CAST(COALESCE(SUM(c.amount_cents), 0) AS SIGNED)
            FROM credit_notes c WHERE c.invoice_id = i.id))
        """

    fileprivate init(_ row: Row) throws {
        invoiceID = try row["id"]
        clientID = try row["client_id"]
        clientName = try row["buyer_name"]
        quoteID = try row["quote_id"]
        deducted = try DeductedDeposit(row)
    }
}

extension DeductedDeposit {
    fileprivate init(_ row: Row) throws {
        self.init(number: try InvoiceNumber(row), issuedOn: try row["issued_on"], amount: try row["paid_cents"])
    }
}
