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

extension StoreReader {
    /// The payouts of a company, the latest to arrive first.
    public func payouts(of companyID: Int64, limit: Int = 100) throws -> [PayoutRecord] {
        try runner.rows(
            """
            SELECT id, reference, state, amount_cents, arrives_on FROM payouts WHERE company_id = \(companyID)
            ORDER BY arrives_on DESC, id DESC LIMIT \(limit)
            """
        ).map(PayoutRecord.init)
    }

    /// A payout, if it is this company's.
    public func payout(_ id: Int64, of companyID: Int64) throws -> PayoutRecord? {
        try runner.row(
            """
            SELECT id, reference, state, amount_cents, arrives_on FROM payouts
            WHERE id = \(id) AND company_id = \(companyID)
            """
        ).map(PayoutRecord.init)
    }

    /// What makes up a payout, oldest first.
    public func lines(ofPayout id: Int64) throws -> [PayoutLine] {
        try runner.rows(
            """
            SELECT l.reference, l.kind, l.payment, i.number, l.amount_cents, l.fee_cents, l.net_cents, l.created_at
            FROM payout_lines l
            JOIN payouts o ON o.id = l.payout_id
            LEFT JOIN payments p ON p.account = o.account AND p.reference = l.payment
            LEFT JOIN invoices i ON i.id = p.invoice_id
            WHERE l.payout_id = \(id) ORDER BY l.created_at, l.reference
            """
        ).map(PayoutLine.init)
    }
}

extension StoreWriter {
    /// What noting a payout changed.
    public struct PayoutChange: Sendable, Equatable {
        /// The payout's row.
        public let id: Int64
        /// True when it was not known.
        public let isNew: Bool
        /// True when it is where it was not before.
        public let isNewState: Bool
    }

    /// Notes a payout, or where it is now.
    public func putPayout(
        _ reference: String,
        account: StripeAccount,
        state: PayoutRecord.State,
        of amount: Cents,
        arrivesOn: Day,
        createdAt: Instant
    ) throws -> PayoutChange {
        let row = try transaction.row(
            """
            SELECT id, state FROM payouts WHERE account = \(account.account) AND reference = \(reference) FOR UPDATE
            """
        )
        guard let row else {
            let id = try transaction.execute(
                """
                INSERT INTO payouts (company_id, account, reference, state, amount_cents, arrives_on, created_at)
                VALUES (\(account.companyID), \(account.account), \(reference), \(state), \(amount), \(arrivesOn),
                    \(createdAt))
                """
            ).lastInsertID
            return PayoutChange(id: id, isNew: true, isNewState: true)
        }
        let (id, before): (Int64, PayoutRecord.State) = (try row["id"], try row["state"])
        try transaction.execute(
            "UPDATE payouts SET state = \(state), arrives_on = \(arrivesOn) WHERE id = \(id)"
        )
        return PayoutChange(id: id, isNew: false, isNewState: before != state)
    }

    /// Notes what makes up a payout; what was noted before stays.
    public func addLine(_ line: PayoutLine, toPayout id: Int64) throws {
        _ = try transaction.insertUnlessDuplicate(
            """
            INSERT INTO payout_lines (payout_id, reference, kind, payment, amount_cents, fee_cents, net_cents, created_at)
            VALUES (\(id), \(line.reference), \(line.kind), \(line.payment), \(line.amount), \(line.fee), \(line.net),
                \(line.createdAt))
            """
        )
    }
}

extension PayoutRecord {
    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        reference = try row["reference"]
        state = try row["state"]
        amount = try row["amount_cents"]
        arrivesOn = try row["arrives_on"]
    }
}

extension PayoutLine {
    fileprivate init(_ row: Row) throws {
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
