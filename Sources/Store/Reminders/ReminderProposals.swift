public import Accounting
public import Invoicing
import MariaDB

/// An invoice whose client may be reminded now, and of which step.
public struct ReminderProposal: Sendable, Equatable {
    /// The invoice.
    public let summary: InvoiceSummary
    /// The step it has reached.
    public let step: ReminderStep
    /// To whom the reminder goes; nobody when no address is known.
    public let recipients: [String]
}

extension StoreReader {
    /// The invoices of a company whose clients may be reminded now, the longest due first.
    public func reminderProposals(of companyID: Int64, on today: Day, limit: Int) throws -> [ReminderProposal] {
        try runner.rows(
            """
            SELECT STRAIGHT_JOIN \(Invoice.columns), d.buyer_name AS client_name, \(Reminder.recipients) AS recipients
            FROM (SELECT i.id FROM invoices i FORCE INDEX (invoices_by_due_day)
                WHERE \(Reminder.isOpenFor(today, companyID)) ORDER BY i.due_key, i.id LIMIT \(limit)) found
            JOIN invoices i ON i.id = found.id
            JOIN issued_invoices d ON d.invoice_id = i.id
            ORDER BY i.due_key, i.id
            """
        ).compactMap { row in
            let invoice = try Invoice(row)
            guard let step = invoice.reminderStep(on: today) else { return nil }
            return ReminderProposal(
                summary: InvoiceSummary(invoice: invoice, clientName: try row["client_name"]),
                step: step,
                recipients: Reminder.addresses(try row["recipients"])
            )
        }
    }

    /// How many invoices have a client who may be reminded now, counted up to a limit.
    public func reminderProposalCount(of companyID: Int64, on today: Day, upTo limit: Int) throws -> Int {
        let row = try runner.row(
            """
            SELECT COUNT(*) AS proposals FROM (SELECT i.id FROM invoices i FORCE INDEX (invoices_by_due_day)
                WHERE \(Reminder.isOpenFor(today, companyID)) LIMIT \(limit)) found
            """
        )
        return try row?["proposals"] ?? 0
    }

    /// The invoices of a company of which the worker reminds by itself now: those whose step still says what is true,
    /// and whose client has an address.
    public func dueReminders(of companyID: Int64, on today: Day, limit: Int) throws -> [Int64] {
        try runner.rows(
            """
            SELECT i.id FROM invoices i FORCE INDEX (invoices_by_due_day)
            WHERE \(Reminder.isOpenFor(today, companyID)) AND \(Reminder.recipients) IS NOT NULL
                AND i.due_key > \(today.adding(days: -10))
                AND (i.due_key > \(today.adding(days: -6)) OR i.due_key <= \(today.adding(days: -7)))
            ORDER BY i.due_key, i.id LIMIT \(limit)
            """
        ).map { try $0["id"] }
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
    /// Of a row of a company's `invoices i`, whether it awaits money on a day and no reminder of the step it has reached was made.
    fileprivate static func isOpenFor(_ today: Day, _ companyID: Int64) -> SQL {
        """
        i.company_id = \(companyID) AND i.folder = 'awaited' AND i.due_key <= \(today.adding(days: 3))
            AND i.state = 'open' AND i.delivery <> 'to_send'
            AND NOT EXISTS (SELECT 1 FROM reversals r WHERE r.invoice_id = i.id AND r.payment_id IS NOT NULL
                AND (r.state = 'done' OR (r.kind = 'dispute' AND r.state = 'pending')))
            AND NOT EXISTS (SELECT 1 FROM reminders m WHERE m.invoice_id = i.id AND m.step >=
                CASE WHEN i.due_key <= \(today.adding(days: -7)) THEN 7 WHEN i.due_key <= \(today.adding(days: -3)) THEN 3
                    WHEN i.due_key <= \(today) THEN 0 ELSE -3 END)
        """
    }
}
