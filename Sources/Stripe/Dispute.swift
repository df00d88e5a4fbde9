public import Accounting

/// A client's complaint at their bank (Stripe API reference, "The Dispute object").
public struct Dispute: Sendable, Equatable {
    /// Stripe's identifier, `du_…` or `dp_…`.
    public let id: String
    /// `needs_response`, `under_review`, `won`, `lost`, and the same words after `warning_`.
    public let status: String
    /// The disputed amount, positive.
    public let amount: Cents
    /// The payment that is disputed, `pi_…`.
    public let paymentIntent: String?
    /// When it was opened.
    public let created: Instant
}

extension Dispute: Decodable {
    private enum Key: String, CodingKey {
        case id, status, amount, created
        case paymentIntent = "payment_intent"
    }

    /// Reads Stripe's JSON.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        status = try values.decode(String.self, forKey: .status)
        amount = Cents(try values.decode(Int64.self, forKey: .amount))
        paymentIntent = try values.decodeIfPresent(String.self, forKey: .paymentIntent)
        created = try values.decode(Timestamp.self, forKey: .created).instant
    }
}

extension StripeClient {
    /// The disputes of a payment, or all those opened since a moment, newest first.
    public func listDisputes(
        of payment: String? = nil,
        since moment: Instant? = nil,
        account: String
    ) throws(StripeError) -> [Dispute] {
        try list("/v1/disputes", of: payment, since: moment, account: account) { $0.id }
    }
}
