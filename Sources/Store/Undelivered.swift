import MariaDB

/// A document whose last mail was given up, and which its client still has to see.
public struct Undelivered: Sendable, Equatable {
    /// The mail.
    public let sending: Sending
    /// The document's number.
    public let number: String
    /// Whom the document is for.
    public let client: String
}

extension StoreReader {
    /// What a company's clients did not get, newest first.
    public func undelivered(of companyID: Int64, limit: Int) throws -> [Undelivered] {
        try runner.rows(
            """
            SELECT \(Sending.columns), COALESCE(i.number, q.number) AS number,
                COALESCE(d.buyer_name, s.buyer_name) AS buyer_name
            FROM \(Self.documents)
            LEFT JOIN issued_invoices d ON d.invoice_id = g.invoice_id
            LEFT JOIN sent_quotes s ON s.quote_id = g.quote_id
            WHERE \(Self.isWaiting(companyID)) ORDER BY g.refused_at DESC, g.id DESC LIMIT \(limit)
            """
        ).map { row in
            Undelivered(sending: try Sending(row), number: try row["number"], client: try row["buyer_name"])
        }
    }

    /// How many there are, counted up to a limit.
    public func undeliveredCount(of companyID: Int64, upTo limit: Int) throws -> Int {
        try runner.row(
            """
            SELECT COUNT(*) AS count FROM (
                SELECT g.id FROM \(Self.documents) WHERE \(Self.isWaiting(companyID)) LIMIT \(limit)) w
            """
        ).map { try $0["count"] } ?? 0
    }

    private static let documents: SQL =
        "sendings g LEFT JOIN invoices i ON i.id = g.invoice_id LEFT JOIN quotes q ON q.id = g.quote_id"

    /// A mail that was sent again waits for nobody, nor does a document that its seller has sent by another way or that is
    /// settled.
    private static func isWaiting(_ companyID: Int64) -> SQL {
        """
        g.company_id = \(companyID) AND g.refused_at IS NOT NULL AND NOT g.is_copy
            AND (i.state IN ('open', 'processing') AND (i.handed_at IS NULL OR i.handed_at < g.refused_at)
                OR q.state IN ('sent', 'seen'))
            AND NOT EXISTS (SELECT 1 FROM sendings l WHERE l.invoice_id = g.invoice_id AND l.created_at > g.created_at)
            AND NOT EXISTS (SELECT 1 FROM sendings l WHERE l.quote_id = g.quote_id AND l.created_at > g.created_at)
        """
    }
}
