/// A customer's complaint to the bank.
struct DisputeRecord: Codable, Sendable, Equatable, Identifiable {
    /// `du_…`.
    let id: String
    /// The payment it is about, `pi_…`.
    let payment: String
    let account: String
    let created: Int64
    let amount: Int64
    let currency: String
    let reason: String
    var status = Status.unanswered

    enum Status: String, Codable, Sendable {
        case unanswered = "needs_response"
        case reviewed = "under_review"
        case won
        case lost
    }

    var isOpen: Bool { status == .unanswered || status == .reviewed }
}
