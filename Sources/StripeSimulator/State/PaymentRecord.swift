/// A payment intent with its charge and the platform's fee.
struct PaymentRecord: Codable, Sendable, Equatable, Identifiable {
    /// `pi_…`.
    let id: String
    let session: String
    let account: String
    let created: Int64
    let amount: Int64
    let currency: String
    let applicationFee: Int64?
    let description: String?
    let metadata: [String: String]
    var status = Status.unconfirmed
    /// The last refusal: `card_declined` and its details.
    var refusal: Refusal?
    /// When the last attempt was made.
    var chargedAt: Int64
    var method = "card"
    var cardEnd: String?
    var refunded: Int64 = 0
    var isDisputed = false

    enum Status: String, Codable, Sendable {
        case unconfirmed = "requires_payment_method"
        case authenticating = "requires_action"
        case processing
        case succeeded
    }

    /// The identifier of a part of the payment, made from its own: `ch_…`, `txn_…`, `fee_…`.
    func part(_ prefix: String) -> String {
        prefix + id.dropFirst("pi_".count)
    }
}

/// Why a card was not accepted.
struct Refusal: Codable, Sendable, Equatable {
    let code: String
    let declineCode: String?
    /// What the customer reads.
    let sentence: String
}
