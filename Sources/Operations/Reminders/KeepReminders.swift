public import Invoicing
public import Store

/// A freelancer keeps the texts of reminders, which they have read, and says whether clients are reminded by themselves.
public struct KeepReminders {
    private let companyID: Int64
    private let texts: [ReminderStep: ReminderText]
    private let isOn: Bool

    /// - Parameters:
    ///   - companyID: whose reminders.
    ///   - texts: one for each step.
    ///   - isOn: whether they go out without a gesture.
    public init(companyID: Int64, texts: [ReminderStep: ReminderText], isOn: Bool) {
        self.companyID = companyID
        self.texts = texts
        self.isOn = isOn
    }

    /// Keeps them.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            try writer.keepReminders(texts, isOn: isOn, of: companyID, at: office.outside.now())
        }
    }
}
