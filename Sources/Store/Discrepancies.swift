public import Accounting
import MariaDB

/// Something that Stripe and we do not say alike (« Écarts »); normally there is none.
public struct Discrepancy: Sendable, Equatable {
    /// What is not alike.
    public enum Kind: String, Sendable, CaseIterable {
        /// Stripe has a payment that we have not.
        case unrecorded
        /// We have a payment that Stripe, asked again, did not confirm.
        case unconfirmed
        /// A delayed payment began, and Stripe has not said for two weeks how it ended.
        case lostSight = "lost_sight"
    }

    /// The row's id.
    public let id: Int64
    /// Whose payment it is.
    public let companyID: Int64
    /// The invoice it is about, when it is known.
    public let invoiceID: Int64?
    /// The invoice's number.
    public let number: String?
    /// The account at Stripe.
    public let account: String
    /// The session at Stripe.
    public let session: String
    /// What is not alike.
    public let kind: Kind
    /// The amount.
    public let amount: Cents
    /// When it was noticed.
    public let noticedAt: Instant
    /// When both said the same again.
    public let resolvedAt: Instant?
    /// When the seller had looked for themselves, and wished to see it no more.
    public let dismissedAt: Instant?

    /// True while nobody has done anything about it.
    public var isStanding: Bool { resolvedAt == nil && dismissedAt == nil }
}

extension Discrepancy.Kind: SQLWord {}

extension StoreReader {
    /// What Stripe and we do not say alike of a company's payments: first what stands, then what was resolved.
    public func discrepancies(of companyID: Int64, limit: Int = 200) throws -> [Discrepancy] {
        try runner.rows(
            """
            \(Discrepancy.select) WHERE x.company_id = \(companyID)
            ORDER BY x.resolved_at IS NOT NULL OR x.dismissed_at IS NOT NULL, x.id DESC LIMIT \(limit)
            """
        ).map(Discrepancy.init)
    }

    /// A discrepancy by its row.
    public func discrepancy(_ id: Int64) throws -> Discrepancy? {
        try runner.row("\(Discrepancy.select) WHERE x.id = \(id)").map(Discrepancy.init)
    }
}

extension StoreWriter {
    /// Notes that Stripe and we do not say alike, or no longer after it had been resolved; false when it stood already.
    public func addDiscrepancy(
        _ kind: Discrepancy.Kind,
        session: String,
        account: String,
        of amount: Cents,
        companyID: Int64,
        invoiceID: Int64?,
        at now: Instant
    ) throws -> Bool {
        let isNew =
            try transaction.insertUnlessDuplicate(
                """
                INSERT INTO discrepancies (company_id, invoice_id, account, session, kind, amount_cents, noticed_at)
                VALUES (\(companyID), \(invoiceID), \(account), \(session), \(kind), \(amount), \(now))
                """
            ) != nil
        if isNew { return true }
        return try transaction.execute(
            """
            UPDATE discrepancies SET resolved_at = NULL
            WHERE account = \(account) AND session = \(session) AND kind = \(kind) AND resolved_at IS NOT NULL
                AND dismissed_at IS NULL
            """
        ).affectedRows == 1
    }

    /// Notes that the seller has looked at a discrepancy for themselves.
    public func dismiss(_ discrepancy: Discrepancy, at now: Instant) throws {
        try transaction.execute(
            "UPDATE discrepancies SET dismissed_at = \(now) WHERE id = \(discrepancy.id) AND dismissed_at IS NULL"
        )
    }

    /// Notes that Stripe and we say the same of a session.
    public func resolveDiscrepancies(session: String, account: String, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE discrepancies SET resolved_at = \(now)
            WHERE account = \(account) AND session = \(session) AND resolved_at IS NULL
            """
        )
    }
}

extension Discrepancy {
    fileprivate static let select: SQL = """
        SELECT x.id, x.company_id, x.invoice_id, i.number, x.account, x.session, x.kind, x.amount_cents, x.noticed_at,
            x.resolved_at, x.dismissed_at
        FROM discrepancies x LEFT JOIN invoices i ON i.id = x.invoice_id
        """

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        invoiceID = try row["invoice_id"]
        number = try row["number"]
        account = try row["account"]
        session = try row["session"]
        kind = try row["kind"]
        amount = try row["amount_cents"]
        noticedAt = try row["noticed_at"]
        resolvedAt = try row["resolved_at"]
        dismissedAt = try row["dismissed_at"]
    }
}
