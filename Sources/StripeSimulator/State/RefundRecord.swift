/// Money that goes back to a customer.
struct RefundRecord: Codable, Sendable, Equatable, Identifiable {
    /// `re_…`.
    let id: String
    /// The payment it gives back, `pi_…`.
    let payment: String
    let account: String
    let created: Int64
    let amount: Int64
    let currency: String
    let reason: String?
    var status: Status

    enum Status: String, Codable, Sendable {
        /// Waits, for want of money on the balance.
        case pending
        case succeeded
        /// The customer's bank sent the money back, be it weeks later.
        case failed
        case canceled
    }

    /// Whether the charge counts it as given back.
    var counts: Bool { status == .pending || status == .succeeded }
}
