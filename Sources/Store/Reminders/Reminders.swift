public import Accounting
public import Invoicing
import MariaDB

/// A reminder of an invoice, from the moment it is planned.
public struct Reminder: Sendable, Equatable {
    /// What became of it.
    public enum State: String, Sendable {
        /// The worker is to ask Stripe.
        case planned
        /// Stripe was asked and knows of no payment: the mail is to leave.
        case checked
        /// The mail server took it.
        case sent
        /// There was nothing to remind of any more, or the seller did not want to.
        case dropped
    }

    /// Why it was dropped, where the seller has to know.
    public enum Reason: String, Sendable {
        /// Its client had no address any more when the mail was to leave.
        case noAddress = "no_address"
    }

    /// The row's id.
    public let id: Int64
    /// The invoice.
    public let invoiceID: Int64
    /// Which one.
    public let step: ReminderStep
    /// What became of it.
    public let state: State
    /// Why it was dropped; nil where nothing has to be said.
    public let reason: Reason?
    /// When Stripe was last asked.
    public let checkedAt: Instant?
    /// The mail, once it was written.
    public let sendingID: Int64?
    /// When it was planned.
    public let createdAt: Instant
}

extension Reminder.State: SQLWord {}
extension Reminder.Reason: SQLWord {}

extension StoreReader {
    /// The reminders of an invoice, oldest first.
    public func reminders(of invoiceID: Int64) throws -> [Reminder] {
        try runner.rows("\(Reminder.select) WHERE invoice_id = \(invoiceID) ORDER BY id").map(Reminder.init)
    }

    /// A reminder by its row.
    public func reminder(_ id: Int64) throws -> Reminder? {
        try runner.row("\(Reminder.select) WHERE id = \(id)").map(Reminder.init)
    }

    /// The live attempt to pay an invoice through Stripe.
    public func liveAttempt(ofInvoice id: Int64) throws -> AttemptRecord? {
        try runner.row("SELECT id FROM payment_attempts WHERE live_invoice = \(id)").flatMap {
            try attempt(try $0["id"])
        }
    }
}

extension StoreWriter {
    /// Plans a reminder; answers its row's id, nil when this step was planned, sent or set aside before.
    public func addReminder(
        _ step: ReminderStep,
        of invoice: Invoice,
        _ state: Reminder.State = .planned,
        at now: Instant
    ) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO reminders (company_id, invoice_id, step, state, created_at)
            VALUES (\(invoice.companyID), \(invoice.id), \(step.rawValue), \(state), \(now))
            """
        )?.lastInsertID
    }

    /// Notes that Stripe knows of no payment at a moment.
    public func noteCheck(of reminder: Reminder, at now: Instant) throws {
        try transaction.execute(
            "UPDATE reminders SET state = 'checked', checked_at = \(now) WHERE id = \(reminder.id)"
        )
    }

    /// Notes which mail a reminder is.
    public func note(_ sendingID: Int64, as reminder: Reminder) throws {
        try transaction.execute("UPDATE reminders SET sending_id = \(sendingID) WHERE id = \(reminder.id)")
    }

    /// Notes that the mail of a reminder has left.
    public func noteDeparture(of reminder: Reminder) throws {
        try transaction.execute("UPDATE reminders SET state = 'sent' WHERE id = \(reminder.id)")
    }

    /// Gives a reminder up whose mail was refused: why stands with the mail.
    public func dropKeepingMail(_ reminder: Reminder) throws {
        try transaction.execute(
            "UPDATE reminders SET state = 'dropped', sending_id = NULL WHERE id = \(reminder.id)"
        )
    }

    /// Gives a reminder up that was to leave, and why.
    public func drop(_ reminder: Reminder, because reason: Reminder.Reason, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE reminders SET state = 'dropped', reason = \(reason), checked_at = \(now), sending_id = NULL
            WHERE id = \(reminder.id)
            """
        )
    }

    /// Gives a reminder up; its mails that never left are forgotten.
    public func drop(_ reminder: Reminder) throws {
        let pending = try reminder.sendingID.map(reader.pendingSendings(besides:)) ?? []
        try dropKeepingMail(reminder)
        for id in pending { try transaction.execute("DELETE FROM sendings WHERE id = \(id)") }
    }
}

extension Reminder {
    fileprivate static let select: SQL = """
        SELECT id, invoice_id, step, state, reason, checked_at, sending_id, created_at FROM reminders
        """

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        invoiceID = try row["invoice_id"]
        step = try ReminderStep(stored: try row["step"])
        state = try row["state"]
        reason = try row["reason"]
        checkedAt = try row["checked_at"]
        sendingID = try row["sending_id"]
        createdAt = try row["created_at"]
    }
}

extension ReminderStep {
    init(stored days: Int) throws {
        guard let step = ReminderStep(rawValue: days) else { throw UnreadableRecord("a reminder after \(days) days") }
        self = step
    }
}
