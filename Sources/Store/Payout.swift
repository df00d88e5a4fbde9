public import Accounting
import MariaDB

/// What Stripe sends to a seller's bank.
public struct PayoutRecord: Sendable, Equatable {
    /// Where it is, in Stripe's words.
    public enum State: String, Sendable, CaseIterable {
        case pending
        case inTransit = "in_transit"
        case paid
        case failed
        case canceled
    }

    /// The row's id.
    public let id: Int64
    /// What identifies it at Stripe, "po_…".
    public let reference: String
    /// Where it is.
    public let state: State
    /// The amount.
    public let amount: Cents
    /// True when Stripe made it by itself; it does not tell what makes up another.
    public let isAutomatic: Bool
    /// When the bank is expected to have it, in Paris.
    public let arrivesOn: Day
}

extension PayoutRecord.State: SQLWord {}

/// A line of the balance that went into a payout.
public struct PayoutLine: Sendable, Equatable {
    /// What identifies it at Stripe, "txn_…".
    public let reference: String
    /// What it comes from, in Stripe's words, such as "charge" or "refund".
    public let kind: String
    /// The payment behind it, "pi_…".
    public let payment: String?
    /// The number of the invoice that was paid, when we know it.
    public let number: String?
    /// What moved, before fees.
    public let amount: Cents
    /// What was taken.
    public let fee: Cents
    /// What is left.
    public let net: Cents
    /// When it was made, at Stripe.
    public let createdAt: Instant

    /// A line of the balance.
    public init(
        reference: String,
        kind: String,
        payment: String?,
        number: String? = nil,
        amount: Cents,
        fee: Cents,
        net: Cents,
        createdAt: Instant
    ) {
        self.reference = reference
        self.kind = kind
        self.payment = payment
        self.number = number
        self.amount = amount
        self.fee = fee
        self.net = net
        self.createdAt = createdAt
    }
}

extension PayoutRecord {
    init(_ row: Row) throws {
        id = try row["id"]
        reference = try row["reference"]
        state = try row["state"]
        amount = try row["amount_cents"]
        isAutomatic = try row["is_automatic"]
        arrivesOn = try row["arrives_on"]
    }
}

extension PayoutLine {
    init(_ row: Row) throws {
        self.init(
            reference: try row["reference"],
            kind: try row["kind"],
            payment: try row["payment"],
            number: try row["number"],
            amount: try row["amount_cents"],
            fee: try row["fee_cents"],
            net: try row["net_cents"],
            createdAt: try row["created_at"]
        )
    }
}
