/// Everything the simulator remembers.
public struct State: Codable, Sendable, Equatable {
    var accounts: [AccountRecord] = []
    var links: [LinkRecord] = []
    var sessions: [SessionRecord] = []
    var payments: [PaymentRecord] = []
    var refunds: [RefundRecord] = []
    var disputes: [DisputeRecord] = []
    var balance: [BalanceRecord] = []
    var payouts: [PayoutRecord] = []
    var codes: [CodeRecord] = []
    var logins: [LoginRecord] = []
    var events: [EventRecord] = []
    var outbox: [Delivery] = []
    /// An event that waits for the next one, to come after it.
    var held: Delivery?
    var answers: [StoredAnswer] = []
    /// What goes wrong.
    public var faults = Faults()

    /// A Stripe on its first day.
    public init() {}
}

extension State {
    func account(_ id: String) -> AccountRecord? { accounts.first { $0.id == id } }
    func session(_ id: String) -> SessionRecord? { sessions.last { $0.id == id } }
    func payment(_ id: String) -> PaymentRecord? { payments.last { $0.id == id } }
    func line(_ id: String) -> BalanceRecord? { balance.last { $0.id == id } }

    /// The line that a refund, a dispute or another source has left last.
    func line(of source: String, type: String) -> BalanceRecord? {
        balance.last { $0.source == source && $0.type == type }
    }

    /// Changes a record in place; false when there is none.
    @discardableResult
    mutating func change<Record: Identifiable>(
        _ records: WritableKeyPath<State, [Record]>,
        _ id: Record.ID,
        _ body: (inout Record) -> Void
    ) -> Bool {
        guard let index = self[keyPath: records].lastIndex(where: { $0.id == id }) else { return false }
        body(&self[keyPath: records][index])
        return true
    }
}
