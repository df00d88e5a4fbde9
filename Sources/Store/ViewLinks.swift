public import Accounting
public import Invoicing
import MariaDB

/// What stands behind a view link, for the client who opens it.
public struct SharedInvoice: Sendable, Equatable {
    /// Where the invoice stands.
    public let invoice: Invoice
    /// What it says.
    public let issued: IssuedInvoice
    /// Whether the seller's Stripe account can take payments now.
    public let sellerTakesPayments: Bool
    /// The seller's short label on card statements, when it is known.
    public let statementPrefix: String?
    /// The number of the credit note that cancelled the invoice.
    public let cancelledBy: String?
    /// True when another link has taken its place: it shows nothing any more.
    public let isReplaced: Bool
    /// True when the invoice shows a logo.
    public let hasLogo: Bool

    /// True when the client may pay online now.
    public var canBePaidOnline: Bool {
        invoice.awaitsOnlinePayment && sellerTakesPayments && !isReplaced
    }
}

extension StoreReader {
    /// What stands behind a link.
    ///
    /// - Parameter tokenHash: the SHA-256 of the link's token: looking it up takes the same time whatever is sent.
    /// - Returns: the invoice; nil when no link has this token.
    /// - Throws: the database's error.
    public func sharedInvoice(tokenHash: Fingerprint) throws -> SharedInvoice? {
        let row = try runner.row(
            """
            SELECT \(Invoice.standing), \(IssuedInvoice.columns),
                COALESCE(a.state IN ('active', 'warned'), FALSE) AS takes_payments, a.statement_prefix,
                l.replaced_at IS NOT NULL AS is_replaced, d.seller_logo IS NOT NULL AS has_logo
            FROM view_links l
            JOIN invoices i ON i.id = l.invoice_id
            JOIN issued_invoices d ON d.invoice_id = i.id
            LEFT JOIN stripe_accounts a ON a.connected_company = i.company_id
            WHERE l.token_hash = \(tokenHash)
            """
        )
        return try row.map { row in
            let invoice = try Invoice(row)
            return SharedInvoice(
                invoice: invoice,
                issued: try issuedInvoice(invoice.id, row),
                sellerTakesPayments: try row["takes_payments"],
                statementPrefix: try row["statement_prefix"],
                cancelledBy: try cancellingNumber(of: invoice),
                isReplaced: try row["is_replaced"],
                hasLogo: try row["has_logo"]
            )
        }
    }

    private func cancellingNumber(of invoice: Invoice) throws -> String? {
        guard case .cancelled = invoice.state else { return nil }
        return try runner.row(
            """
            SELECT \(CreditNoteRecord.numberText) AS number FROM credit_notes c
            WHERE c.invoice_id = \(invoice.id) AND c.is_total
            """
        ).map { try $0["number"] }
    }

    /// The token of the newest link of an invoice.
    public func newestLink(of invoiceID: Int64) throws -> String? {
        try runner.row(
            """
            SELECT token FROM view_links WHERE invoice_id = \(invoiceID) AND replaced_at IS NULL
            ORDER BY created_at DESC, token_hash LIMIT 1
            """
        ).map { try $0["token"] }
    }
}

extension StoreWriter {
    /// Adds a link to an invoice.
    public func addLink(
        token: String,
        hash: Fingerprint,
        to invoiceID: Int64,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            INSERT INTO view_links (token_hash, token, invoice_id, created_at)
            VALUES (\(hash), \(token), \(invoiceID), \(now))
            """
        )
    }

    /// Notes that a new link takes the place of those before.
    public func replaceLinks(of invoiceID: Int64, at now: Instant) throws {
        try transaction.execute(
            "UPDATE view_links SET replaced_at = \(now) WHERE invoice_id = \(invoiceID) AND replaced_at IS NULL"
        )
    }

    /// The invoice behind a link that was not replaced.
    public func invoiceID(tokenHash: Fingerprint) throws -> Int64? {
        try transaction.row(
            "SELECT invoice_id FROM view_links WHERE token_hash = \(tokenHash) AND replaced_at IS NULL"
        )
        .map { try $0["invoice_id"] }
    }
}
