public import Accounting

/// When a client is reminded of an invoice, in days after its due date.
public enum ReminderStep: Int, Sendable, CaseIterable {
    /// Three days before.
    case before = -3
    /// On the day.
    case onTheDay = 0
    /// Three days after.
    case late = 3
    /// A week after.
    case last = 7

    /// The step that an invoice has reached on a day; nil as long as it is too early.
    public static func reached(on today: Day, dueOn: Day) -> ReminderStep? {
        allCases.last { dueOn.adding(days: $0.rawValue) <= today }
    }
}

extension InvoiceState {
    /// True while a client may be reminded of the invoice: money is awaited, none is on its way, none went back, and they
    /// dispute none.
    public func mayBeReminded(
        delivery: InvoiceStatus.Delivery,
        refunded: Cents,
        isDisputed: Bool
    ) -> Bool {
        isOpen && due > .zero && delivery != .toSend && refunded == .zero && !isDisputed
    }
}
