public import Accounting
public import Invoicing
import MariaDB

extension StoreReader {
    /// Where a client's data stand on a day; nil when the company has no such client.
    public func presence(ofClient id: Int64, of companyID: Int64, on today: Day) throws -> ClientPresence? {
        let row = try runner.row(
            """
            SELECT c.erased_at IS NOT NULL AS is_erased, (SELECT COUNT(*) FROM invoices i
                WHERE i.client_id = c.id AND i.state IN ('open', 'processing')) AS awaiting,
                (SELECT COUNT(*) FROM quotes q WHERE q.client_id = c.id AND q.state IN ('sent', 'seen')
                    AND q.valid_until >= \(today)) AS open_quotes
            FROM clients c WHERE c.id = \(id) AND c.company_id = \(companyID)
            """
        )
        return try row.map { row in
            let isErased: Bool = try row["is_erased"]
            return isErased
                ? .erased : .present(awaitingPayment: try row["awaiting"], openQuotes: try row["open_quotes"])
        }
    }

    /// The last day on which the law asks for a company's documents, quotes that were accepted included; nil when it has none.
    public func lastDayOfRetention(of companyID: Int64) throws -> Day? {
        let row = try runner.row(
            """
            SELECT MAX(day) AS day FROM (
                SELECT MAX(issued_on) AS day FROM issued_invoices WHERE company_id = \(companyID)
                UNION ALL SELECT MAX(received_on) FROM register_lines WHERE company_id = \(companyID)
                UNION ALL SELECT MAX(issued_on) FROM credit_notes WHERE company_id = \(companyID)
                UNION ALL SELECT DATE(MAX(answered_at)) FROM quotes
                    WHERE company_id = \(companyID) AND state = 'accepted') d
            """
        )
        let day: Day? = try row.flatMap { try $0["day"] }
        return day.flatMap(Retention.lastDay)
    }

    /// The last day on which the documents of somebody who has closed their account are kept; nil when there are none.
    public func lastDayKept(ofUser userID: Int64) throws -> Day? {
        try runner.row("SELECT kept_until FROM companies WHERE owner_id = \(userID)").flatMap { try $0["kept_until"] }
    }
}

/// Whose data are erased.
public enum ErasureScope: Sendable {
    /// A client's.
    case client(Int64)
    /// Those of every client of a company.
    case clients(of: Int64)

    /// Whether a client, `c`, is one of them.
    fileprivate var condition: SQL {
        switch self {
        case .client(let id): "c.id = \(id)"
        case .clients(let companyID): "c.company_id = \(companyID)"
        }
    }
}

extension StoreWriter {
    /// Locks a client until the transaction ends; false when the company has no such client.
    public func lockClient(_ id: Int64, of companyID: Int64) throws -> Bool {
        try transaction.row("SELECT id FROM clients WHERE id = \(id) AND company_id = \(companyID) FOR UPDATE") != nil
    }

    /// Erases clients; what was issued stays as it was issued.
    ///
    /// What goes is how to reach them, what was written to them, what is not issued yet, and the addresses of Stripe's pages
    /// for them; their recurring invoices stop.
    public func erase(_ scope: ErasureScope, at now: Instant) throws {
        try removeDrafts(scope)
        try transaction.execute(
            """
            UPDATE schedules s JOIN clients c ON c.id = s.client_id
            SET s.state = 'stopped', s.next_on = NULL, s.updated_at = \(now)
            WHERE s.state <> 'stopped' AND \(scope.condition)
            """
        )
        // Each mask is unlike the others: a form is one mail to each recipient.
        try transaction.execute(
            """
            UPDATE sendings s LEFT JOIN invoices i ON i.id = s.invoice_id LEFT JOIN quotes q ON q.id = s.quote_id
            JOIN clients c ON c.id = COALESCE(i.client_id, q.client_id)
            SET s.recipient = CONCAT('effacé n° ', s.id), s.subject = '', s.message = '', s.link = NULL WHERE \(scope.condition)
            """
        )
        try transaction.execute(
            """
            UPDATE payment_attempts a JOIN invoices i ON i.id = a.invoice_id JOIN clients c ON c.id = i.client_id
            SET a.session_url = NULL WHERE a.state IN ('paid', 'expired', 'failed') AND \(scope.condition)
            """
        )
        try transaction.execute(
            """
            UPDATE clients c SET c.name = 'Client effacé', c.street = '', c.postal_code = '', c.city = '',
                c.siren = NULL, c.siret = NULL, c.vat_number = NULL, c.email = NULL, c.refused_email = NULL,
                c.phone = NULL, c.notes = '', c.is_archived = TRUE, c.erased_at = \(now)
            WHERE c.erased_at IS NULL AND \(scope.condition)
            """
        )
    }

    private func removeDrafts(_ scope: ErasureScope) throws {
        try transaction.execute(
            "DELETE i FROM invoices i JOIN clients c ON c.id = i.client_id WHERE i.state = 'draft' AND \(scope.condition)"
        )
        try transaction.execute(
            """
            DELETE l FROM quote_lines l JOIN quotes q ON q.id = l.quote_id JOIN clients c ON c.id = q.client_id
            WHERE q.state = 'draft' AND \(scope.condition)
            """
        )
        try transaction.execute(
            "DELETE q FROM quotes q JOIN clients c ON c.id = q.client_id WHERE q.state = 'draft' AND \(scope.condition)"
        )
    }

    /// Erases of a company what its documents do not say, and stops what it does by itself.
    ///
    /// - Parameters:
    ///   - id: the company.
    ///   - day: the last day on which its documents are kept.
    ///   - now: this moment.
    /// - Throws: the database's error.
    public func eraseCompany(_ id: Int64, keptUntil day: Day?, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE companies SET iban = NULL, bic = NULL, email = NULL, phone = NULL, logo = NULL, erased_at = \(now),
                kept_until = \(day)
            WHERE id = \(id)
            """
        )
        try transaction.execute("UPDATE reminder_settings SET is_on = FALSE WHERE company_id = \(id)")
    }

    /// Closes somebody's account: no browser stays logged in, nobody logs in any more, and the address is free again.
    public func closeAccount(_ userID: Int64, passwordHash: String) throws {
        for table: SQL in [
            "sessions", "known_browsers", "second_factors", "recovery_codes", "begun_log_ins", "letters",
        ] {
            try transaction.execute("DELETE FROM \(table) WHERE user_id = \(userID)")
        }
        try transaction.execute(
            """
            UPDATE users SET email = \("compte-\(userID)@efface.invalid"), confirmed_at = NULL,
                password_hash = \(passwordHash)
            WHERE id = \(userID)
            """
        )
    }
}
