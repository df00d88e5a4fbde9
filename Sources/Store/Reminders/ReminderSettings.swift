public import Invoicing

/// How a company reminds its clients.
public struct ReminderSettings: Sendable, Equatable {
    /// The texts that its seller has read, a step each as in `ReminderStep.allCases`; nil before that.
    public let texts: [ReminderText?]
    /// True when they go out without a gesture.
    public let isOn: Bool

    /// Settings.
    public init(texts: [ReminderStep: ReminderText], isOn: Bool) {
        self.texts = ReminderStep.allCases.map { texts[$0] }
        self.isOn = isOn
    }
}

extension StoreReader {
    /// How a company reminds its clients.
    public func reminderSettings(of companyID: Int64) throws -> ReminderSettings {
        ReminderSettings(texts: try reminderTexts(of: companyID), isOn: try remindersAreOn(of: companyID))
    }
}
