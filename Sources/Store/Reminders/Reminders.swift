public import Accounting
public import Invoicing
import MariaDB

/// A reminder of an invoice, planned or sent.
public struct Reminder: Sendable, Equatable {
    /// What became of it.
    public enum State: String, Sendable {
        /// The worker is to ask Stripe, then to send it.
        case planned
        /// It was handed to the outbox.
        case sent
        /// There was nothing to remind of any more.
        case dropped
    }

    /// The row's id.
    public let id: Int64
    /// The invoice.
    public let invoiceID: Int64
    /// Which one.
    public let step: ReminderStep
    /// What became of it.
    public let state: State
    /// When it was planned.
    public let createdAt: Instant
}

extension Reminder.State: SQLWord {}

/// An invoice whose client may be reminded now, and of which step.
public struct ReminderProposal: Sendable, Equatable {
    /// The invoice.
    public let summary: InvoiceSummary
    /// The step it has reached.
    public let step: ReminderStep
}

extension StoreReader {
    /// The invoices of a company whose clients may be reminded now, the longest due first.
    public func reminderProposals(of companyID: Int64, on today: Day, limit: Int) throws -> [ReminderProposal] {
        try runner.rows(
            """
            SELECT \(Invoice.columns), d.buyer_name AS client_name
            FROM invoices i JOIN issued_invoices d ON d.invoice_id = i.id
            WHERE i.company_id = \(companyID) AND \(Reminder.isOpenFor(today))
            ORDER BY i.due_on, i.id LIMIT \(limit)
            """
        ).compactMap { row in
            let invoice = try Invoice(row)
            guard let step = invoice.reminderStep(on: today) else { return nil }
            return ReminderProposal(
                summary: InvoiceSummary(invoice: invoice, clientName: try row["client_name"]),
                step: step
            )
        }
    }

    /// The reminders of an invoice, oldest first.
    public func reminders(of invoiceID: Int64) throws -> [Reminder] {
        try runner.rows("\(Reminder.select) WHERE invoice_id = \(invoiceID) ORDER BY id").map(Reminder.init)
    }

    /// A reminder by its row.
    public func reminder(_ id: Int64) throws -> Reminder? {
        try runner.row("\(Reminder.select) WHERE id = \(id)").map(Reminder.init)
    }

    /// The invoices that the worker reminds of by itself now, of companies that have turned it on.
    public func dueReminders(on today: Day, limit: Int) throws -> [Int64] {
        try runner.rows(
            """
            SELECT i.id FROM reminder_settings t JOIN invoices i ON i.company_id = t.company_id
            WHERE t.is_on AND \(Reminder.isOpenFor(today)) AND i.due_on > \(today.adding(days: -10))
                AND (i.due_on > \(today.adding(days: -6)) OR i.due_on <= \(today.adding(days: -7)))
            ORDER BY i.due_on, i.id LIMIT \(limit)
            """
        ).map { try $0["id"] }
    }

    /// The live attempt to pay an invoice through Stripe.
    public func liveAttempt(ofInvoice id: Int64) throws -> Int64? {
        try runner.row("SELECT id FROM payment_attempts WHERE live_invoice = \(id)").map { try $0["id"] }
    }
}

extension StoreWriter {
    /// Plans a reminder; answers its row's id, nil when this step was planned or sent before.
    public func addReminder(_ step: ReminderStep, of invoice: Invoice, at now: Instant) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO reminders (company_id, invoice_id, step, created_at)
            VALUES (\(invoice.companyID), \(invoice.id), \(step.rawValue), \(now))
            """
        )?.lastInsertID
    }

    /// Notes what became of a planned reminder.
    public func update(_ reminder: Reminder, to state: Reminder.State, sendingID: Int64? = nil) throws {
        try transaction.execute(
            "UPDATE reminders SET state = \(state), sending_id = \(sendingID) WHERE id = \(reminder.id)"
        )
    }
}

extension Invoice {
    /// True while its client may be reminded of it.
    public var mayBeReminded: Bool {
        state.mayBeReminded(delivery: delivery, refunded: refunded, isDisputed: isDisputed)
    }

    /// The step of which its client may be reminded on a day.
    public func reminderStep(on today: Day) -> ReminderStep? {
        guard mayBeReminded, let dueOn else { return nil }
        return ReminderStep.reached(on: today, dueOn: dueOn)
    }
}

extension Reminder {
    fileprivate static let select: SQL = "SELECT id, invoice_id, step, state, created_at FROM reminders"

    /// Of a row of `invoices i`, whether it awaits money on a day and no reminder of the step it has reached was made.
    fileprivate static func isOpenFor(_ today: Day) -> SQL {
        """
        i.state = 'open' AND i.delivery <> 'to_send' AND i.due_on <= \(today.adding(days: 3))
            AND NOT EXISTS (SELECT 1 FROM reversals r WHERE r.invoice_id = i.id AND r.payment_id IS NOT NULL
                AND (r.state = 'done' OR (r.kind = 'dispute' AND r.state = 'pending')))
            AND NOT EXISTS (SELECT 1 FROM reminders m WHERE m.invoice_id = i.id AND m.step >=
                CASE WHEN i.due_on <= \(today.adding(days: -7)) THEN 7 WHEN i.due_on <= \(today.adding(days: -3)) THEN 3
                    WHEN i.due_on <= \(today) THEN 0 ELSE -3 END)
        """
    }

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        invoiceID = try row["invoice_id"]
        step = try ReminderStep(stored: try row["step"])
        state = try row["state"]
        createdAt = try row["created_at"]
    }
}

extension ReminderStep {
    init(stored days: Int) throws {
        guard let step = ReminderStep(rawValue: days) else { throw UnreadableRecord("a reminder after \(days) days") }
        self = step
    }
}
