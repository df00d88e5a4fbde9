public import Accounting
import MariaDB

extension StoreReader {
    /// The payouts of a company, the latest to arrive first.
    public func payouts(of companyID: Int64, limit: Int = 100) throws -> [PayoutRecord] {
        try runner.rows(
            """
            SELECT id, reference, state, amount_cents, is_automatic, arrives_on FROM payouts WHERE company_id = \(companyID)
            ORDER BY arrives_on DESC, id DESC LIMIT \(limit)
            """
        ).map(PayoutRecord.init)
    }

    /// A payout, if it is this company's.
    public func payout(_ id: Int64, of companyID: Int64) throws -> PayoutRecord? {
        try runner.row(
            """
            SELECT id, reference, state, amount_cents, is_automatic, arrives_on FROM payouts
            WHERE id = \(id) AND company_id = \(companyID)
            """
        ).map(PayoutRecord.init)
    }

    /// True when a payout is noted in this state with lines that add up to it, so that nothing of it is left to read.
    public func isExplained(payout reference: String, account: StripeAccount, state: PayoutRecord.State) throws -> Bool
    {
        try runner.row(
            """
            SELECT o.id FROM payouts o
            WHERE o.account = \(account.account) AND o.reference = \(reference) AND o.state = \(state)
                AND o.amount_cents = (SELECT SUM(l.net_cents) FROM payout_lines l WHERE l.payout_id = o.id)
            """
        ) != nil
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
        isAutomatic: Bool,
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
                INSERT INTO payouts (company_id, account, reference, state, amount_cents, is_automatic, arrives_on,
                    created_at)
                VALUES (\(account.companyID), \(account.account), \(reference), \(state), \(amount), \(isAutomatic),
                    \(arrivesOn), \(createdAt))
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
