/// Money that goes from an account's balance to its bank.
struct PayoutRecord: Codable, Sendable, Equatable, Identifiable {
    /// `po_…`.
    let id: String
    let account: String
    let created: Int64
    let arrival: Int64
    let amount: Int64
    let currency: String
    /// The line that takes it off the balance.
    let line: String
    /// True when Stripe made it on its schedule, false when the account's owner asked for it.
    let isAutomatic: Bool
    var status = Status.pending

    enum Status: String, Codable, Sendable {
        case pending
        case sent = "in_transit"
        case paid
        case failed
    }
}
