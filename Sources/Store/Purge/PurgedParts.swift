import Accounting
import MariaDB

/// The parts of a company, in the order in which the database lets go of them. Each answers false once it is gone.
extension StoreWriter {
    /// How many rows of a list one transaction takes.
    private static let rows = 500
    /// How many documents it takes, each with all that hangs on it.
    private static let documents = 20

    func purgeInvoices(of id: Int64) throws -> Bool {
        guard let some = try first("invoices", of: id) else { return false }
        let notes = try ids("SELECT id FROM credit_notes WHERE invoice_id IN (\(some))")
        // What was drawn back hangs on what went back, and that on what had come.
        for statement: SQL in [
            "DELETE FROM reminders WHERE invoice_id IN (\(some))",
            "DELETE FROM sendings WHERE invoice_id IN (\(some))",
            "DELETE FROM view_links WHERE invoice_id IN (\(some))",
            "DELETE FROM payments WHERE invoice_id IN (\(some)) AND reversal_id IS NOT NULL ORDER BY id DESC",
            "DELETE FROM reversals WHERE invoice_id IN (\(some))",
            "DELETE FROM payments WHERE invoice_id IN (\(some)) ORDER BY id DESC",
            "DELETE FROM quarantined_payments WHERE invoice_id IN (\(some))",
            "DELETE FROM payment_attempts WHERE invoice_id IN (\(some))",
            "DELETE FROM credited_lines WHERE credit_note_id IN (\(notes))",
            "DELETE FROM credited_vat WHERE credit_note_id IN (\(notes))",
            "DELETE FROM credit_note_files WHERE credit_note_id IN (\(notes))",
            "DELETE FROM credit_notes WHERE id IN (\(notes))",
            "DELETE FROM draft_deposits WHERE deposit_id IN (\(some))",
            "DELETE FROM issued_deposits WHERE invoice_id IN (\(some)) OR deposit_id IN (\(some))",
            "DELETE FROM issued_lines WHERE invoice_id IN (\(some))",
            "DELETE FROM issued_vat WHERE invoice_id IN (\(some))",
            "DELETE FROM invoice_files WHERE invoice_id IN (\(some))",
            "DELETE FROM issued_invoices WHERE invoice_id IN (\(some))",
            "DELETE FROM invoices WHERE id IN (\(some))",
        ] {
            try transaction.execute(statement)
        }
        return true
    }

    func purgeQuotes(of id: Int64) throws -> Bool {
        guard let some = try first("quotes", of: id) else { return false }
        for statement: SQL in [
            "DELETE FROM sendings WHERE quote_id IN (\(some))", "DELETE FROM quote_links WHERE quote_id IN (\(some))",
            "DELETE FROM sent_quotes WHERE quote_id IN (\(some))",
            "DELETE FROM quote_lines WHERE quote_id IN (\(some))",
            "DELETE FROM quotes WHERE id IN (\(some))",
        ] {
            try transaction.execute(statement)
        }
        return true
    }

    func purgeSchedules(of id: Int64) throws -> Bool {
        guard let some = try first("schedules", of: id) else { return false }
        try transaction.execute("DELETE FROM schedule_occurrences WHERE schedule_id IN (\(some))")
        try transaction.execute("DELETE FROM schedule_lines WHERE schedule_id IN (\(some))")
        try transaction.execute("DELETE FROM schedules WHERE id IN (\(some))")
        return true
    }

    func purgePayouts(of id: Int64) throws -> Bool {
        guard let some = try first("payouts", of: id) else { return false }
        try transaction.execute("DELETE FROM payout_lines WHERE payout_id IN (\(some))")
        try transaction.execute("DELETE FROM payouts WHERE id IN (\(some))")
        return true
    }

    /// What Stripe told of its accounts.
    func purgeEvents(of id: Int64) throws -> Bool {
        let accounts: [String] = try transaction.rows("SELECT account FROM stripe_accounts WHERE company_id = \(id)")
            .map { try $0["account"] }
        for account in accounts {
            let outcome = try transaction.execute(
                "DELETE FROM stripe_events WHERE account = \(account) ORDER BY id LIMIT \(Self.rows)"
            )
            if outcome.affectedRows > 0 { return true }
        }
        return false
    }

    /// What hangs on nothing but the company.
    func purgeLists(of id: Int64) throws -> Bool {
        for (table, order) in [
            ("register_lines", "sequence DESC"), ("notifications", "id"), ("digests", "id"), ("discrepancies", "id"),
            ("articles", "id"), ("clients", "id"),
        ] as [(SQL, SQL)] {
            let outcome = try transaction.execute(
                "DELETE FROM \(table) WHERE company_id = \(id) ORDER BY \(order) LIMIT \(Self.rows)"
            )
            if outcome.affectedRows > 0 { return true }
        }
        return false
    }

    /// A few documents of a company; nil when it has none left.
    private func first(_ table: SQL, of id: Int64) throws -> SQL? {
        let some = try transaction.rows(
            "SELECT id FROM \(table) WHERE company_id = \(id) ORDER BY id LIMIT \(Self.documents)"
        ).map { row in "\(try row["id"] as Int64)" as SQL }
        return some.isEmpty ? nil : some.joined(by: ", ")
    }

    /// Rows as a list in a statement, which may be empty.
    private func ids(_ query: SQL) throws -> SQL {
        try transaction.rows(query).reduce("NULL") { list, row in "\(list), \(try row["id"] as Int64)" }
    }
}
