public import Accounting
public import Invoicing
import MariaDB

/// What stands behind a quote's link, for the client who opens it.
public struct SharedQuote: Sendable, Equatable {
    /// Where the quote stands.
    public let quote: Quote
    /// What it says.
    public let sent: SentQuote
    /// True when it shows a logo.
    public let hasLogo: Bool
}

extension StoreReader {
    /// A quote as it was sent; nil when it was not.
    public func sentQuote(_ id: Int64) throws -> SentQuote? {
        try runner.row("\(SharedQuote.select) WHERE q.id = \(id)").map { try sharedQuote($0).sent }
    }

    /// What stands behind a link, by the SHA-256 of its token; nil when no link has it.
    public func sharedQuote(tokenHash: Fingerprint) throws -> SharedQuote? {
        try runner.row(
            "\(SharedQuote.select) JOIN quote_links l ON l.quote_id = q.id WHERE l.token_hash = \(tokenHash)"
        ).map(sharedQuote)
    }

    /// The logo that a quote shows.
    public func logo(ofQuote id: Int64) throws -> [UInt8]? {
        try runner.row(
            "SELECT g.png FROM sent_quotes s JOIN logos g ON g.sha256 = s.seller_logo WHERE s.quote_id = \(id)"
        ).map { try $0["png"] }
    }

    /// The token of a quote's link.
    public func link(ofQuote id: Int64) throws -> String? {
        try runner.row(
            "SELECT token FROM quote_links WHERE quote_id = \(id) ORDER BY created_at DESC, token_hash LIMIT 1"
        ).map { try $0["token"] }
    }

    private func sharedQuote(_ row: Row) throws -> SharedQuote {
        let quote = try Quote(row)
        let logo: Fingerprint? = try row["seller_logo"]
        let sent = SentQuote(
            number: try InvoiceNumber(row),
            sentOn: try row["sent_on"],
            validUntil: quote.validUntil,
            seller: try Seller(row, prefix: "seller_"),
            buyer: try Buyer(row, prefix: "buyer_"),
            subject: quote.subject,
            reference: quote.reference,
            lines: try lines(ofQuote: quote.id),
            mentions: (try row["mentions"] as String).split(separator: "\n").map(String.init),
            conditions: quote.conditions,
            answer: quote.answer
        )
        return SharedQuote(quote: quote, sent: sent, hasLogo: logo != nil)
    }
}

extension StoreWriter {
    /// Freezes a quote: what it says never changes any more.
    public func freeze(_ quote: Quote, as sent: SentQuote, logo: Fingerprint?, state: QuoteState, at now: Instant)
        throws
    {
        let (number, document) = (sent.number, sent.document)
        try transaction.execute(
            """
            INSERT INTO sent_quotes (quote_id, company_id, series, year, sequence, \(FrozenParties.columns), mentions)
            VALUES (\(quote.id), \(quote.companyID), \(number.series.rawValue), \(number.year), \(number.sequence),
                \(FrozenParties.values(document.seller, logo: logo, document.buyer)),
                \(document.mentions.joined(separator: "\n")))
            """
        )
        try transaction.execute(
            """
            UPDATE quotes SET state = \(state), number = \(number.text), sent_on = \(sent.sentOn), updated_at = \(now)
            WHERE id = \(quote.id)
            """
        )
    }

    /// Adds a link to a quote.
    public func addLink(token: String, hash: Fingerprint, toQuote id: Int64, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO quote_links (token_hash, token, quote_id, created_at)
            VALUES (\(hash), \(token), \(id), \(now))
            """
        )
    }

    /// The quote behind a link.
    public func quoteID(tokenHash: Fingerprint) throws -> Int64? {
        try transaction.row("SELECT quote_id FROM quote_links WHERE token_hash = \(tokenHash)")
            .map { try $0["quote_id"] }
    }
}

extension SharedQuote {
    fileprivate static let select: SQL = """
        SELECT \(Quote.columns), s.series, s.year, s.sequence, \(FrozenParties.columns), s.mentions
        FROM quotes q JOIN sent_quotes s ON s.quote_id = q.id
        """
}
