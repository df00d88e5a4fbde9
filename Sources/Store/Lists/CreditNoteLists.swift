public import Accounting
public import Invoicing
import MariaDB

/// A credit note in a list.
public struct CreditNoteSummary: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Its number.
    public let number: InvoiceNumber
    /// The day of issue.
    public let issuedOn: Day
    /// What it takes back.
    public let amount: Cents
    /// Whether it cancels its invoice.
    public let isTotal: Bool
    /// Why it was issued.
    public let reason: String
    /// The invoice that it corrects, by its row.
    public let invoiceID: Int64
    /// The number of that invoice.
    public let invoiceNumber: String
    /// The client's name on it.
    public let clientName: String
}

extension StoreReader {
    /// Some of a company's credit notes, the newest first.
    public func creditNotes(
        of companyID: Int64,
        at place: ListPlace? = nil,
        limit: Int = 50
    ) throws -> ListPage<CreditNoteSummary> {
        let isBackwards = place?.side == .before
        let beyond: SQL = place.map { isBackwards ? " AND c.id > \($0.id)" : " AND c.id < \($0.id)" } ?? ""
        let order: SQL = isBackwards ? "ORDER BY c.id" : "ORDER BY c.id DESC"
        let read = try runner.rows(
            """
            SELECT STRAIGHT_JOIN \(CreditNoteSummary.columns)
            FROM credit_notes c FORCE INDEX (newest_credit_notes)
            JOIN invoices i ON i.id = c.invoice_id
            JOIN issued_invoices d ON d.invoice_id = c.invoice_id
            WHERE c.company_id = \(companyID)\(beyond) \(order) LIMIT \(limit + 1)
            """
        ).map { row in
            let summary = try CreditNoteSummary(row)
            return (row: summary, key: summary.id, id: summary.id)
        }
        return ListPage(read, from: place, limit: limit)
    }
}

extension CreditNoteSummary {
    static let columns: SQL = """
        c.id, c.series, c.year, c.sequence, c.issued_on, c.amount_cents, c.is_total, c.reason, c.invoice_id, i.number,
        d.buyer_name
        """

    init(_ row: Row) throws {
        id = try row["id"]
        number = try InvoiceNumber(row)
        issuedOn = try row["issued_on"]
        amount = try row["amount_cents"]
        isTotal = try row["is_total"]
        reason = try row["reason"]
        invoiceID = try row["invoice_id"]
        invoiceNumber = try row["number"]
        clientName = try row["buyer_name"]
    }
}
