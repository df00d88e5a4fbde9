public import Accounting
import Invoicing
import MariaDB

/// What came of a client's invoices.
public struct ClientFigures: Sendable, Equatable {
    /// How many were issued.
    public let invoices: Int
    /// What was received.
    public let collected: Cents
    /// What is still to come.
    public let outstanding: Cents
    /// What of it is late.
    public let overdue: Cents
    /// The median of the days from issue to the last payment, over the newest paid invoices; nil without any.
    public let medianDelay: Int?

    /// Over how many invoices the delay is measured.
    public static let measured = 200
}

extension StoreReader {
    /// The figures of a client on a day.
    public func figures(ofClient id: Int64, on today: Day) throws -> ClientFigures {
        let row = try runner.row(
            """
            SELECT COUNT(*) AS invoices, CAST(COALESCE(SUM(paid_cents), 0) AS SIGNED) AS collected,
                CAST(COALESCE(SUM(awaited_cents), 0) AS SIGNED) AS outstanding,
                CAST(COALESCE(SUM(IF(state = 'open' AND due_key < \(today), awaited_cents, 0)), 0) AS SIGNED) AS overdue
            FROM invoices FORCE INDEX (money_of_client)
            WHERE client_id = \(id) AND folder IN ('awaited', 'paid', 'cancelled')
            """
        )
        let delays: [Int] = try runner.rows(
            """
            SELECT DATEDIFF(paid_on, issued_on) AS days FROM invoices FORCE INDEX (clients_invoices_by_folder)
            WHERE client_id = \(id) AND folder = 'paid' AND paid_on IS NOT NULL AND total_cents > 0
            ORDER BY id DESC LIMIT \(ClientFigures.measured)
            """
        ).map { try $0["days"] }
        return ClientFigures(
            invoices: try row?["invoices"] ?? 0,
            collected: try row?["collected"] ?? .zero,
            outstanding: try row?["outstanding"] ?? .zero,
            overdue: try row?["overdue"] ?? .zero,
            medianDelay: PaymentDelay.median(of: delays)
        )
    }

    /// The newest credit notes of a client.
    public func creditNotes(ofClient id: Int64, of companyID: Int64, limit: Int) throws -> [CreditNoteSummary] {
        try runner.rows(
            """
            SELECT STRAIGHT_JOIN \(CreditNoteSummary.columns)
            FROM credit_notes c FORCE INDEX (newest_credit_notes)
            JOIN invoices i ON i.id = c.invoice_id
            JOIN issued_invoices d ON d.invoice_id = c.invoice_id
            WHERE c.company_id = \(companyID) AND i.client_id = \(id) ORDER BY c.id DESC LIMIT \(limit)
            """
        ).map(CreditNoteSummary.init)
    }

    /// The newest quotes of a client.
    public func quotes(ofClient id: Int64, limit: Int) throws -> [Quote] {
        try runner.rows(
            "SELECT \(Quote.columns) FROM quotes q WHERE q.client_id = \(id) ORDER BY q.id DESC LIMIT \(limit)"
        ).map(Quote.init)
    }

    /// The schedules of a client that make invoices.
    public func activeSchedules(ofClient id: Int64) throws -> [Int64] {
        try runner.rows("SELECT id FROM schedules WHERE client_id = \(id) AND state = 'active' ORDER BY id")
            .map { try $0["id"] }
    }
}
