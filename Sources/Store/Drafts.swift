public import Accounting
import Invoicing
import MariaDB

extension StoreReader {
    /// What a draft says; nil when this company has no draft with this id.
    public func draft(_ id: Int64, of companyID: Int64) throws -> SavedDraft? {
        let head = try runner.row(
            """
            SELECT client_id, subject, supplied_on, payment_term_days, kind, purchase_order
            FROM invoices WHERE id = \(id) AND company_id = \(companyID) AND state = 'draft'
            """
        )
        guard let head else { return nil }
        let lines = try runner.rows(
            """
            SELECT \(InvoiceLine.columns) FROM draft_lines WHERE invoice_id = \(id) ORDER BY position
            """
        )
        let deposits = try runner.rows(
            "SELECT deposit_id FROM draft_deposits WHERE invoice_id = \(id) ORDER BY deposit_id"
        )
        return SavedDraft(
            clientID: try head["client_id"],
            subject: try head["subject"],
            lines: try lines.map(InvoiceLine.init),
            suppliedOn: try head["supplied_on"],
            paymentTermDays: try head["payment_term_days"],
            kind: try head["kind"],
            purchaseOrder: try head["purchase_order"],
            depositIDs: try deposits.map { try $0["deposit_id"] }
        )
    }
}

extension StoreReader {
    /// When a draft was last saved; nil when this company has no such draft.
    public func draftSavedAt(_ id: Int64, of companyID: Int64) throws -> Instant? {
        try runner.row(
            "SELECT updated_at FROM invoices WHERE id = \(id) AND company_id = \(companyID) AND state = 'draft'"
        ).map { try $0["updated_at"] }
    }
}

extension StoreWriter {
    /// Adds a draft, with the key of the form that makes it, if one does; answers its row's id.
    public func addDraft(
        _ draft: SavedDraft,
        key: Fingerprint? = nil,
        of companyID: Int64,
        at now: Instant
    ) throws -> Int64 {
        let gross = try gross(of: draft.lines, by: companyID)
        let id = try transaction.execute(
            """
            INSERT INTO invoices (company_id, client_id, kind, subject, purchase_order, supplied_on, payment_term_days,
                total_cents, entry_key, created_at, updated_at)
            VALUES (\(companyID), \(draft.clientID), \(draft.kind), \(draft.subject), \(draft.purchaseOrder),
                \(draft.suppliedOn), \(draft.paymentTermDays), \(gross), \(key), \(now), \(now))
            """
        ).lastInsertID
        try addLines(of: draft, to: id)
        return id
    }

    /// Replaces what a draft says; the caller holds its lock.
    public func replaceDraft(_ id: Int64, of companyID: Int64, with draft: SavedDraft, at now: Instant) throws {
        let gross = try gross(of: draft.lines, by: companyID)
        try transaction.execute(
            """
            UPDATE invoices SET client_id = \(draft.clientID), kind = \(draft.kind), subject = \(draft.subject),
                purchase_order = \(draft.purchaseOrder),
                supplied_on = \(draft.suppliedOn), payment_term_days = \(draft.paymentTermDays),
                total_cents = \(gross), updated_at = \(now)
            WHERE id = \(id)
            """
        )
        try removeLines(of: id)
        try addLines(of: draft, to: id)
    }

    /// Removes a draft and its lines; the caller holds its lock.
    public func removeDraft(_ id: Int64) throws {
        try removeLines(of: id)
        try transaction.execute("DELETE FROM invoices WHERE id = \(id)")
    }

    /// Removes the lines of a draft and the deposits it would take off.
    func removeLines(of id: Int64) throws {
        try transaction.execute("DELETE FROM draft_lines WHERE invoice_id = \(id)")
        try transaction.execute("DELETE FROM draft_deposits WHERE invoice_id = \(id)")
    }

    private func addLines(of draft: SavedDraft, to id: Int64) throws {
        for (position, line) in draft.lines.enumerated() {
            try transaction.execute(
                """
                INSERT INTO draft_lines (invoice_id, position, \(InvoiceLine.columns))
                VALUES (\(id), \(position), \(line.values))
                """
            )
        }
        for depositID in draft.depositIDs {
            try transaction.execute(
                "INSERT INTO draft_deposits (invoice_id, deposit_id) VALUES (\(id), \(depositID))"
            )
        }
    }
}
