public import Accounting

/// Money that the seller gives back (Stripe API reference, "The Refund object").
public struct Refund: Sendable, Equatable {
    /// Stripe's identifier, `re_…`.
    public let id: String
    /// `pending`, `requires_action`, `succeeded`, `failed` or `canceled`; one that succeeded may still fail.
    public let status: String
    /// The amount, positive.
    public let amount: Cents
    /// The payment it gives back, `pi_…`.
    public let paymentIntent: String?
    /// When it was asked for.
    public let created: Instant
}

extension Refund: Decodable {
    private enum Key: String, CodingKey {
        case id, status, amount, created
        case paymentIntent = "payment_intent"
    }

    /// Reads Stripe's JSON.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        status = try values.decodeIfPresent(String.self, forKey: .status) ?? "pending"
        amount = Cents(try values.decode(Int64.self, forKey: .amount))
        paymentIntent = try values.decodeIfPresent(String.self, forKey: .paymentIntent)
        created = try values.decode(Timestamp.self, forKey: .created).instant
    }
}

extension StripeClient {
    /// The refunds of a payment, or all those asked for since a moment, newest first.
    public func listRefunds(
        of payment: String? = nil,
        since moment: Instant? = nil,
        account: String
    ) throws(StripeError) -> [Refund] {
        try list("/v1/refunds", of: payment, since: moment, account: account) { $0.id }
    }
}
