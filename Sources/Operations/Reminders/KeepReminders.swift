public import Invoicing
public import Store

/// A freelancer keeps the texts of reminders, which they have read, and says whether clients are reminded by themselves.
public struct KeepReminders {
    private let companyID: Int64
    private let seen: Edition?
    private let texts: [ReminderStep: ReminderText]
    private let isOn: Bool

    /// - Parameters:
    ///   - companyID: whose reminders.
    ///   - seen: the `ReminderSettings` as their author saw them; without them nothing is changed.
    ///   - texts: one for each step.
    ///   - isOn: whether they go out without a gesture.
    public init(companyID: Int64, seen: Edition? = nil, texts: [ReminderStep: ReminderText], isOn: Bool) {
        self.companyID = companyID
        self.seen = seen
        self.texts = texts
        self.isOn = isOn
    }

    /// Keeps them.
    ///
    /// - Throws: ``ChangedMeanwhile``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            try writer.lockCompany(companyID)
            let current = try writer.reader.reminderSettings(of: companyID)
            let new = ReminderSettings(texts: texts, isOn: isOn)
            guard try mustReplace(current, with: new, seen: seen) else { return }
            try writer.keepReminders(texts, isOn: isOn, of: companyID, at: office.outside.now())
        }
    }
}
