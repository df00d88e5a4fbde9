public import Accounting

/// A line of an account's balance (Stripe API reference, "The Balance Transaction object").
public struct BalanceTransaction: Sendable, Equatable {
    /// Stripe's identifier, `txn_…`.
    public let id: String
    /// What it comes from, in Stripe's words, such as `charge`, `refund` or `payout`.
    public let type: String
    /// What moved, before fees; negative when it left the account.
    public let amount: Cents
    /// What Stripe's and the platform's fees took.
    public let fee: Cents
    /// What is left.
    public let net: Cents
    /// The platform's part of the fees.
    public let applicationFee: Cents
    /// The payment behind it, `pi_…`; nil when there is none, or its source was not read with it.
    public let paymentIntent: String?
    /// When it was made.
    public let created: Instant
}

extension BalanceTransaction: Decodable {
    private enum Key: String, CodingKey {
        case id, type, amount, fee, net, created, source
        case feeDetails = "fee_details"
    }

    /// Reads Stripe's JSON; an amount with a fraction is refused.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        type = try values.decode(String.self, forKey: .type)
        amount = Cents(try values.decode(Int64.self, forKey: .amount))
        fee = Cents(try values.decode(Int64.self, forKey: .fee))
        net = Cents(try values.decode(Int64.self, forKey: .net))
        created = try values.decode(Timestamp.self, forKey: .created).instant
        let details = try values.decodeIfPresent([FeeDetail].self, forKey: .feeDetails) ?? []
        applicationFee = Cents(details.filter { $0.type == "application_fee" }.reduce(0) { $0 + $1.amount })
        // Not expanded, the source is an identifier, which says nothing of its payment.
        paymentIntent = (try? values.decodeIfPresent(Source.self, forKey: .source))?.paymentIntent
    }

    private struct FeeDetail: Decodable {
        let type: String
        let amount: Int64
    }

    private struct Source: Decodable {
        let paymentIntent: String?

        enum CodingKeys: String, CodingKey { case paymentIntent = "payment_intent" }
    }
}
