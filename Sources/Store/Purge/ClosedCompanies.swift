public import Accounting
import MariaDB

extension StoreReader {
    /// Closed companies whose last day has passed, in UTC: an hour or two later than in Paris, never sooner.
    public func companiesToPurge(at now: Instant, limit: Int) throws -> [Int64] {
        try runner.rows(
            "SELECT id FROM companies WHERE purged_after < DATE(\(now)) ORDER BY purged_after, id LIMIT \(limit)"
        ).map { try $0["id"] }
    }
}

extension StoreWriter {
    /// Locks a closed company whose last day has passed; false when another worker has it, or has taken it away.
    ///
    /// Only now do triggers let go of what the law keeps, and of nobody else's.
    public func lockToPurge(_ id: Int64, at now: Instant) throws -> Bool {
        let row = try transaction.row(
            "SELECT id FROM companies WHERE id = \(id) AND purged_after < DATE(\(now)) FOR UPDATE SKIP LOCKED"
        )
        guard row != nil else { return false }
        try transaction.execute(
            "UPDATE companies SET purge_begun_at = \(now) WHERE id = \(id) AND purge_begun_at IS NULL"
        )
        return true
    }

    /// Takes away a part of what a company has that is small enough for one transaction.
    ///
    /// - Returns: false once nothing is left, the company and its owner neither.
    public func purgeSome(of id: Int64) throws -> Bool {
        let parts = [purgeInvoices, purgeQuotes, purgeSchedules, purgePayouts, purgeEvents, purgeLists]
        for part in parts where try part(id) { return true }
        try purgeCompany(id)
        return false
    }

    /// What there is one of, and the row itself; the owner's letters and what is left of their sessions go with them.
    private func purgeCompany(_ id: Int64) throws {
        for table: SQL in [
            "mail_settings", "reminder_settings", "reminder_texts", "register_months", "register_heads", "counters",
            "stripe_accounts",
        ] {
            try transaction.execute("DELETE FROM \(table) WHERE company_id = \(id)")
        }
        let owner: Int64? = try transaction.row("SELECT owner_id FROM companies WHERE id = \(id)").map {
            try $0["owner_id"]
        }
        try transaction.execute("DELETE FROM companies WHERE id = \(id)")
        if let owner { try transaction.execute("DELETE FROM users WHERE id = \(owner)") }
        try purgeLogos()
    }

    /// Pictures that nobody shows any more; one may be shown by several companies.
    private func purgeLogos() throws {
        try transaction.execute(
            """
            DELETE FROM logos WHERE NOT EXISTS (SELECT 1 FROM companies c WHERE c.logo = logos.sha256)
                AND NOT EXISTS (SELECT 1 FROM issued_invoices d WHERE d.seller_logo = logos.sha256)
                AND NOT EXISTS (SELECT 1 FROM sent_quotes s WHERE s.seller_logo = logos.sha256)
            """
        )
    }
}
