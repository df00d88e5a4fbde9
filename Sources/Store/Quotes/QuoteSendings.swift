public import Accounting
import MariaDB

/// A quote that NeedMe sends by mail, as the freelancer wrote it.
public struct QuoteSending: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose quote it is.
    public let companyID: Int64
    /// The quote.
    public let quoteID: Int64
    /// To whom.
    public let recipient: String
    /// The mail's subject.
    public let subject: String
    /// What the freelancer wrote, and the link.
    public let message: String
    /// The name that the client knows.
    public let sellerName: String
    /// When it was asked for.
    public let createdAt: Instant
}

extension StoreReader {
    /// A sending of a quote by its row.
    public func quoteSending(_ id: Int64) throws -> QuoteSending? {
        try runner.row("\(QuoteSending.select) WHERE g.id = \(id)").map(QuoteSending.init)
    }

    /// The last sending of a quote.
    public func lastSending(ofQuote id: Int64) throws -> QuoteSending? {
        try runner.row("\(QuoteSending.select) WHERE g.quote_id = \(id) ORDER BY g.id DESC LIMIT 1").map(
            QuoteSending.init
        )
    }
}

extension StoreWriter {
    /// Writes down what is to be sent; answers its row's id, nil when the same form was sent before.
    public func addSending(
        of quote: Quote,
        to recipient: String,
        subject: String,
        message: String,
        key: Fingerprint,
        at now: Instant
    ) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO quote_sendings (company_id, quote_id, recipient, subject, message, entry_key, created_at)
            VALUES (\(quote.companyID), \(quote.id), \(recipient), \(subject), \(message), \(key), \(now))
            """
        )?.lastInsertID
    }
}

extension QuoteSending {
    fileprivate static let select: SQL = """
        SELECT g.id, g.company_id, g.quote_id, g.recipient, g.subject, g.message, g.created_at,
            COALESCE(s.seller_trade_name, s.seller_name) AS seller_name
        FROM quote_sendings g JOIN sent_quotes s ON s.quote_id = g.quote_id
        """

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        quoteID = try row["quote_id"]
        recipient = try row["recipient"]
        subject = try row["subject"]
        message = try row["message"]
        sellerName = try row["seller_name"]
        createdAt = try row["created_at"]
    }
}
