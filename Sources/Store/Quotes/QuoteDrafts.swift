public import Accounting
public import Invoicing
import MariaDB

/// What a quote that is being written says, as it was last saved.
public struct SavedQuote: Sendable, Equatable {
    /// The client.
    public let clientID: Int64
    /// « Objet ».
    public let subject: String
    /// The client's reference; may be empty.
    public let reference: String
    /// The lines, in their order.
    public let lines: [InvoiceLine]
    /// The last day on which the client may accept.
    public let validUntil: Day
    /// What else both agree on; may be empty.
    public let conditions: String

    /// What a quote says.
    public init(
        clientID: Int64,
        subject: String,
        reference: String,
        lines: [InvoiceLine],
        validUntil: Day,
        conditions: String
    ) {
        self.clientID = clientID
        self.subject = subject
        self.reference = reference
        self.lines = lines
        self.validUntil = validUntil
        self.conditions = conditions
    }

    /// The same with other lines.
    public func with(lines: [InvoiceLine]) -> SavedQuote {
        SavedQuote(
            clientID: clientID,
            subject: subject,
            reference: reference,
            lines: lines,
            validUntil: validUntil,
            conditions: conditions
        )
    }
}

extension StoreReader {
    /// What a quote of this company says; nil when it has none with this id.
    public func savedQuote(_ id: Int64, of companyID: Int64) throws -> SavedQuote? {
        guard let quote = try quote(id, of: companyID) else { return nil }
        return SavedQuote(
            clientID: quote.clientID,
            subject: quote.subject,
            reference: quote.reference,
            lines: try lines(ofQuote: id),
            validUntil: quote.validUntil,
            conditions: quote.conditions
        )
    }
}

extension StoreReader {
    /// When a quote that is being written was last saved; nil when this company has no such quote.
    public func quoteSavedAt(_ id: Int64, of companyID: Int64) throws -> Instant? {
        try runner.row(
            "SELECT updated_at FROM quotes WHERE id = \(id) AND company_id = \(companyID) AND state = 'draft'"
        ).map { try $0["updated_at"] }
    }
}

extension StoreWriter {
    /// Adds a quote that is being written, with the key of the form that makes it, if one does; answers its row's id.
    public func addQuote(
        _ quote: SavedQuote,
        key: Fingerprint? = nil,
        of companyID: Int64,
        at now: Instant
    ) throws -> Int64 {
        let gross = try gross(of: quote.lines, by: companyID)
        let id = try transaction.execute(
            """
            INSERT INTO quotes (company_id, client_id, subject, reference, valid_until, conditions, total_cents,
                entry_key, created_at, updated_at)
            VALUES (\(companyID), \(quote.clientID), \(quote.subject), \(quote.reference), \(quote.validUntil),
                \(quote.conditions), \(gross), \(key), \(now), \(now))
            """
        ).lastInsertID
        try addLines(quote.lines, toQuote: id)
        return id
    }

    /// Replaces what a quote says that is being written; the caller holds its lock.
    public func replaceQuote(_ id: Int64, of companyID: Int64, with quote: SavedQuote, at now: Instant) throws {
        let gross = try gross(of: quote.lines, by: companyID)
        try transaction.execute(
            """
            UPDATE quotes SET client_id = \(quote.clientID), subject = \(quote.subject), reference = \(quote.reference),
                valid_until = \(quote.validUntil), conditions = \(quote.conditions),
                total_cents = \(gross), updated_at = \(now)
            WHERE id = \(id)
            """
        )
        try replaceLines(ofQuote: id, with: quote.lines)
    }

    /// Replaces the lines of a quote that is being written; the caller holds its lock.
    public func replaceLines(ofQuote id: Int64, with lines: [InvoiceLine]) throws {
        try transaction.execute("DELETE FROM quote_lines WHERE quote_id = \(id)")
        try addLines(lines, toQuote: id)
    }

    /// Removes a quote that is being written; the caller holds its lock.
    public func removeQuote(_ id: Int64) throws {
        try transaction.execute("DELETE FROM quote_lines WHERE quote_id = \(id)")
        try transaction.execute("DELETE FROM quotes WHERE id = \(id)")
    }

    private func addLines(_ lines: [InvoiceLine], toQuote id: Int64) throws {
        for (position, line) in lines.enumerated() {
            try transaction.execute(
                """
                INSERT INTO quote_lines (quote_id, position, \(InvoiceLine.columns))
                VALUES (\(id), \(position), \(line.values))
                """
            )
        }
    }
}
