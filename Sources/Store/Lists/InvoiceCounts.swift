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
        let isOverdue: SQL = "folder = 'awaited' AND due_key < \(today) AND state = 'open'"
        let folders = try runner.rows(
            """
            SELECT folder, COUNT(*) AS count, CAST(SUM(awaited_cents) AS SIGNED) AS amount,
                CAST(SUM(\(isOverdue)) AS SIGNED) AS overdue,
                CAST(SUM(IF(\(isOverdue), awaited_cents, 0)) AS SIGNED) AS overdue_amount
            FROM invoices FORCE INDEX (invoices_by_due_day)
            WHERE company_id = \(companyID) AND folder IN ('drafts', 'awaited', 'cancelled') GROUP BY folder
            """
        )
        func figure<Value: SQLConvertible>(_ name: String, of folder: String) throws -> Value? {
            try folders.first { try $0["folder"] == folder }?[name]
        }
        return InvoiceCounts(
            drafts: try figure("count", of: "drafts") ?? 0,
            awaited: try figure("count", of: "awaited") ?? 0,
            overdue: try figure("overdue", of: "awaited") ?? 0,
            cancelled: try figure("count", of: "cancelled") ?? 0,
            issued: try issued?["count"] ?? 0,
            awaitedAmount: try figure("amount", of: "awaited") ?? .zero,
            overdueAmount: try figure("overdue_amount", of: "awaited") ?? .zero
        )
    }
}
