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
    /// All that were ever issued.
    public let issued: Int
    /// What is awaited.
    public let awaitedAmount: Cents
    /// What is late.
    public let overdueAmount: Cents

    /// « Toutes ».
    public var all: Int { issued + drafts }
    /// « Payées », when so many were cancelled.
    public func paid(cancelled: Int) -> Int { max(0, issued - awaited - cancelled) }
}

extension StoreReader {
    /// How many invoices a company has, and what they await.
    ///
    /// Those that were issued are counted by their numbers, which have no gaps; of drafts and awaited ones there are few at a time.
    public func invoiceCounts(of companyID: Int64, on today: Day) throws -> InvoiceCounts {
        let issued = try runner.row(
            """
            SELECT CAST(COALESCE(SUM(last_sequence), 0) AS SIGNED) AS count FROM counters
            WHERE company_id = \(companyID) AND series = \(InvoiceNumber.Series.invoice.rawValue)
            """
        )
        let isOverdue: SQL = "due_key < \(today) AND state = 'open'"
        let awaited = try runner.row(
            """
            SELECT COUNT(*) AS count, CAST(COALESCE(SUM(awaited_cents), 0) AS SIGNED) AS amount,
                COUNT(IF(\(isOverdue), 1, NULL)) AS overdue,
                CAST(COALESCE(SUM(IF(\(isOverdue), awaited_cents, NULL)), 0) AS SIGNED) AS overdue_amount
            FROM invoices FORCE INDEX (invoices_by_due_day) WHERE company_id = \(companyID) AND folder = 'awaited'
            """
        )
        return InvoiceCounts(
            drafts: try invoiceCount(in: "drafts", of: companyID),
            awaited: try awaited?["count"] ?? 0,
            overdue: try awaited?["overdue"] ?? 0,
            issued: try issued?["count"] ?? 0,
            awaitedAmount: try awaited?["amount"] ?? .zero,
            overdueAmount: try awaited?["overdue_amount"] ?? .zero
        )
    }

    /// How many were cancelled; they pile up over the years, and only the list of invoices shows how many there are.
    public func cancelledInvoiceCount(of companyID: Int64) throws -> Int {
        try invoiceCount(in: "cancelled", of: companyID)
    }

    private func invoiceCount(in folder: String, of companyID: Int64) throws -> Int {
        try runner.row(
            """
            SELECT COUNT(*) AS count FROM invoices FORCE INDEX (invoices_by_due_day)
            WHERE company_id = \(companyID) AND folder = \(folder)
            """
        ).map { try $0["count"] } ?? 0
    }
}
