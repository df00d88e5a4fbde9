public import Accounting
public import Invoicing
import MariaDB

/// What a seller has a client written as a reminder.
public struct ReminderText: Sendable, Equatable {
    /// The mail's subject.
    public let subject: String
    /// A few lines; the link follows them.
    public let message: String

    /// A text.
    public init(subject: String, message: String) {
        self.subject = subject
        self.message = message
    }
}

extension StoreReader {
    /// The texts that a company's seller has read; none before that.
    public func reminderTexts(of companyID: Int64) throws -> [ReminderStep: ReminderText] {
        let rows = try runner.rows("SELECT step, subject, message FROM reminder_texts WHERE company_id = \(companyID)")
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                let text = ReminderText(subject: try row["subject"], message: try row["message"])
                return (try ReminderStep(stored: try row["step"]), text)
            }
        )
    }

    /// True while the worker reminds a company's clients by itself.
    public func remindersAreOn(of companyID: Int64) throws -> Bool {
        try runner.row("SELECT is_on FROM reminder_settings WHERE company_id = \(companyID)")?["is_on"] ?? false
    }

    /// The companies whose clients the worker reminds by itself, and whose turn it is to be looked at.
    public func companiesToRemindFor(at now: Instant, limit: Int) throws -> [Int64] {
        try runner.rows(
            """
            SELECT company_id FROM reminder_settings WHERE is_on AND next_look_at <= \(now)
            ORDER BY next_look_at LIMIT \(limit)
            """
        ).map { try $0["company_id"] }
    }
}

extension StoreWriter {
    /// Keeps the texts that a seller has read, and whether clients are reminded by them without a gesture.
    public func keepReminders(
        _ texts: [ReminderStep: ReminderText],
        isOn: Bool,
        of companyID: Int64,
        at now: Instant
    ) throws {
        for (step, text) in texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try transaction.execute(
                """
                INSERT INTO reminder_texts (company_id, step, subject, message)
                VALUES (\(companyID), \(step.rawValue), \(text.subject), \(text.message))
                ON DUPLICATE KEY UPDATE subject = VALUES(subject), message = VALUES(message)
                """
            )
        }
        try transaction.execute(
            """
            INSERT INTO reminder_settings (company_id, is_on, next_look_at, updated_at)
            VALUES (\(companyID), \(isOn), \(now), \(now))
            ON DUPLICATE KEY UPDATE is_on = VALUES(is_on), next_look_at = VALUES(next_look_at),
                updated_at = VALUES(updated_at)
            """
        )
    }

    /// Notes when the worker is to look at a company again.
    public func lookAgain(at moment: Instant, forRemindersOf companyID: Int64) throws {
        try transaction.execute(
            "UPDATE reminder_settings SET next_look_at = \(moment) WHERE company_id = \(companyID)"
        )
    }
}
