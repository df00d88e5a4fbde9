import MariaDB

extension StoreReader {
    /// To whom a reminder of an invoice goes: those whom its last mail reached, else its client; nobody when no address is
    /// known.
    public func reminderRecipients(of invoiceID: Int64) throws -> [String] {
        let row = try runner.row(
            "SELECT \(Reminder.recipients) AS recipients FROM invoices i WHERE i.id = \(invoiceID)"
        )
        return Reminder.addresses(try row?["recipients"])
    }

    /// The mails of one letter that neither left nor were given up, of which this is one; oldest first.
    public func pendingSendings(besides id: Int64) throws -> [Int64] {
        try runner.rows(
            """
            SELECT s.id FROM sendings f JOIN sendings s ON s.entry_key = f.entry_key
            WHERE f.id = \(id) AND s.delivered_at IS NULL AND s.refused_at IS NULL ORDER BY s.id
            """
        ).map { try $0["id"] }
    }

    /// True when a mail of one letter has left, of which this is one.
    public func hasReachedSomebody(_ id: Int64) throws -> Bool {
        try runner.row(
            """
            SELECT s.id FROM sendings f JOIN sendings s ON s.entry_key = f.entry_key
            WHERE f.id = \(id) AND s.delivered_at IS NOT NULL LIMIT 1
            """
        ) != nil
    }
}

extension Reminder {
    /// Of a row of `invoices i`, the addresses of its last mail that did not refuse it, else its client's, between spaces.
    static let recipients: SQL = """
        COALESCE(
            (SELECT GROUP_CONCAT(s.recipient ORDER BY s.id SEPARATOR ' ') FROM sendings s
                WHERE s.invoice_id = i.id AND NOT s.is_copy AND s.refused_at IS NULL AND s.recipient LIKE '%@%'
                AND s.entry_key = (SELECT l.entry_key FROM sendings l
                    WHERE l.invoice_id = i.id AND NOT l.is_copy ORDER BY l.id DESC LIMIT 1)),
            (SELECT c.email FROM clients c WHERE c.id = i.client_id))
        """

    /// The addresses of such a text.
    static func addresses(_ text: String?) -> [String] { (text ?? "").split(separator: " ").map(String.init) }
}
