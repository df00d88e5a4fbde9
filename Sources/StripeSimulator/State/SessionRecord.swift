/// A payment page.
struct SessionRecord: Codable, Sendable, Equatable, Identifiable {
    let id: String
    let account: String
    let created: Int64
    let expiresAt: Int64
    let amount: Int64
    let currency: String
    let applicationFee: Int64?
    let title: String
    let description: String?
    let statementDescriptorSuffix: String?
    let clientReferenceID: String?
    let customerEmail: String?
    let successURL: String
    let cancelURL: String?
    let methods: [String]
    let metadata: [String: String]
    let paymentMetadata: [String: String]
    let locale: String
    var status = Status.open
    var paymentStatus = "unpaid"
    var payment: String?
    /// The e-mail that the customer gave.
    var email: String?
    /// The card that waits for the bank's page.
    var cardInAuthentication: String?

    enum Status: String, Codable, Sendable {
        case open
        case complete
        case expired
    }

    /// Where the customer goes after paying.
    var successAddress: String {
        successURL.replacing("{CHECKOUT_SESSION_ID}", with: id)
    }
}
