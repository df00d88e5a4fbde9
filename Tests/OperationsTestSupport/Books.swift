public import Accounting
public import Invoicing
import MariaDB
public import Payments
public import Store
import TestSupport

/// What is written about an invoice, everywhere.
public struct Books: Equatable, Sendable {
    /// Where the invoice stands.
    public var state: InvoiceState
    /// What was booked on it.
    public var payments: [Cents] = []
    /// What the company's register says.
    public var lines: [Cents] = []
    /// What the freelancer was told, oldest first.
    public var news: [Notification.Kind] = []
    /// What was set aside.
    public var quarantine: [QuarantineReason] = []

    /// What is written.
    public init(
        state: InvoiceState,
        payments: [Cents] = [],
        lines: [Cents] = [],
        news: [Notification.Kind] = [],
        quarantine: [QuarantineReason] = []
    ) {
        self.state = state
        self.payments = payments
        self.lines = lines
        self.news = news
        self.quarantine = quarantine
    }

    /// Nothing has come in.
    public static func awaiting(_ amount: Cents) -> Books {
        Books(state: .open(paid: .zero, of: amount))
    }

    /// Paid once, and everything that goes with it.
    public static func paid(_ amount: Cents) -> Books {
        Books(state: .paid(amount), payments: [amount], lines: [amount], news: [.receipt])
    }
}

extension Story {
    /// What is written about an invoice; news of the Stripe account are left out.
    public func books(of bill: Bill) throws -> Books {
        let reader = reader
        let companyID = try companyID(of: bill)
        guard let invoice = try reader.invoice(bill.id, of: companyID) else { throw StoryError(reason: "no invoice") }
        return Books(
            state: invoice.state,
            payments: try reader.payments(of: bill.id).map(\.amount),
            lines: try reader.registerLines(of: companyID).map(\.entry.amount),
            news: try reader.notifications(of: companyID).reversed().filter { $0.invoiceID != nil }.map(\.kind),
            quarantine: try reader.quarantinedPayments(of: companyID).reversed().map(\.reason)
        )
    }

    /// Whose invoice it is.
    public func companyID(of bill: Bill) throws -> Int64 {
        let row = try database.connect().row("SELECT company_id FROM invoices WHERE id = \(bill.id)")
        guard let row else { throw StoryError(reason: "no invoice") }
        return try row["company_id"]
    }

    /// The session of the newest attempt to pay an invoice.
    public func session(of bill: Bill) throws -> String? {
        let row = try database.connect().row(
            "SELECT session FROM payment_attempts WHERE invoice_id = \(bill.id) ORDER BY number DESC LIMIT 1"
        )
        return try row.flatMap { try $0["session"] }
    }

    /// How many rows a table has.
    public func count(_ table: String) throws -> Int {
        let row = try database.connect().row("SELECT COUNT(*) AS number FROM \(unescaped: table)")
        return try row?["number"] ?? 0
    }
}
