public import Accounting
import Invoicing
import MariaDB

/// How many invoices a company has, by where they stand.
public struct InvoiceCounts: Sendable, Equatable {
    /// « Brouillons ».
    public let drafts: Int
    /// « À encaisser », those that are late included.
    public let awaited: Int
    /// « En retard ».
    public let overdue: Int
    /// « Annulées ».
    public let cancelled: Int
    /// All that were ever issued.
    public let issued: Int
    /// What is awaited.
    public let awaitedAmount: Cents
    /// What is late.
    public let overdueAmount: Cents

    /// « Toutes ».
    public var all: Int { issued + drafts }
    /// « Payées ».
    public var paid: Int { max(0, issued - awaited - cancelled) }
}

extension StoreReader {
    /// How many invoices a company has, and what they await.
    ///
    /// Those that were issued are counted by their numbers, which have no gaps; of all others there are few at a time.
    public func invoiceCounts(of companyID: Int64, on today: Day) throws -> InvoiceCounts {
        let issued = try runner.row(
            """
            SELECT CAST(COALESCE(SUM(last_sequence), 0) AS SIGNED) AS count FROM counters
            WHERE company_id = \(companyID) AND series = \(InvoiceNumber.Series.invoice.rawValue)
            """
        )
        let awaited = try tally(of: companyID, "folder = 'awaited'")
        let overdue = try tally(of: companyID, "folder = 'awaited' AND due_key < \(today) AND state = 'open'")
        return InvoiceCounts(
            drafts: try tally(of: companyID, "folder = 'drafts'").count,
            awaited: awaited.count,
            overdue: overdue.count,
            cancelled: try tally(of: companyID, "folder = 'cancelled'").count,
            issued: try issued?["count"] ?? 0,
            awaitedAmount: awaited.amount,
            overdueAmount: overdue.amount
        )
    }

    private func tally(of companyID: Int64, _ condition: SQL) throws -> (count: Int, amount: Cents) {
        let row = try runner.row(
            """
            SELECT COUNT(*) AS count, CAST(COALESCE(SUM(awaited_cents), 0) AS SIGNED) AS amount
            FROM invoices FORCE INDEX (invoices_by_due_day) WHERE company_id = \(companyID) AND \(condition)
            """
        )
        return (try row?["count"] ?? 0, try row?["amount"] ?? .zero)
    }
}
