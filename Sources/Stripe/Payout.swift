public import Accounting

/// What Stripe sends to a seller's bank (Stripe API reference, "The Payout object").
public struct Payout: Sendable, Equatable {
    /// Stripe's identifier, `po_…`.
    public let id: String
    /// `pending`, `in_transit`, `paid`, `failed` or `canceled`.
    public let status: String
    /// The amount.
    public let amount: Cents
    /// True when Stripe made it by itself, on its schedule; it tells what makes up these payouts only.
    public let isAutomatic: Bool
    /// When the bank is expected to have it.
    public let arrivesAt: Instant
    /// When it was made.
    public let created: Instant
}

extension Payout: Decodable {
    private enum Key: String, CodingKey {
        case id, status, amount, created
        case isAutomatic = "automatic"
        case arrivalDate = "arrival_date"
    }

    /// Reads Stripe's JSON.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        status = try values.decode(String.self, forKey: .status)
        amount = Cents(try values.decode(Int64.self, forKey: .amount))
        isAutomatic = try values.decode(Bool.self, forKey: .isAutomatic)
        arrivesAt = try values.decode(Timestamp.self, forKey: .arrivalDate).instant
        created = try values.decode(Timestamp.self, forKey: .created).instant
    }
}

extension StripeClient {
    /// The payouts of an account made since a moment, newest first.
    public func listPayouts(since moment: Instant, account: String) throws(StripeError) -> [Payout] {
        try list("/v1/payouts", since: moment, account: account) { $0.id }
    }

    /// What makes up an automatic payout, each with the payment behind it; the payout's own line is among them.
    public func listBalanceTransactions(payout: String, account: String) throws(StripeError) -> [BalanceTransaction] {
        let more = [
            Parameter.Field(name: "payout", value: .text(payout)),
            Parameter.Field(name: "expand", value: ["data.source"]),
        ]
        return try list("/v1/balance_transactions", more, account: account) { $0.id }
    }
}
