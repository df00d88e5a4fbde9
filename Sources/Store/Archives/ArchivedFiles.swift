public import Accounting
import MariaDB

/// An issued document, as an archive lists it.
public struct ArchivedDocument: Sendable, Equatable {
    /// The document's row: an invoice's or a credit note's.
    public let id: Int64
    /// Its number.
    public let number: String
    /// The day of issue.
    public let issuedOn: Day
    /// The client's name on it.
    public let client: String
    /// Its amount.
    public let amount: Cents
}

extension StoreReader {
    /// A few invoices of a company that were issued, by row, after one of them.
    public func archivedInvoices(of companyID: Int64, after id: Int64) throws -> [ArchivedDocument] {
        try runner.rows(
            """
            SELECT i.id, i.number, d.issued_on, d.buyer_name, d.gross_cents AS amount_cents
            FROM invoices i JOIN issued_invoices d ON d.invoice_id = i.id JOIN invoice_files f ON f.invoice_id = i.id
            WHERE i.company_id = \(companyID) AND i.id > \(id) ORDER BY i.id LIMIT 200
            """
        ).map(ArchivedDocument.init)
    }

    /// A few credit notes of a company, by row, after one of them.
    public func archivedCreditNotes(of companyID: Int64, after id: Int64) throws -> [ArchivedDocument] {
        try runner.rows(
            """
            SELECT c.id, \(CreditNoteRecord.numberText) AS number, c.issued_on, d.buyer_name, c.amount_cents
            FROM credit_notes c JOIN issued_invoices d ON d.invoice_id = c.invoice_id
            JOIN credit_note_files f ON f.credit_note_id = c.id
            WHERE c.company_id = \(companyID) AND c.id > \(id) ORDER BY c.id LIMIT 200
            """
        ).map(ArchivedDocument.init)
    }

    /// The logos that a company shows today or showed on a document.
    public func archivedLogos(of companyID: Int64) throws -> [Fingerprint] {
        try runner.rows(
            """
            SELECT logo AS sha256 FROM companies WHERE id = \(companyID) AND logo IS NOT NULL
            UNION SELECT seller_logo FROM issued_invoices WHERE company_id = \(companyID) AND seller_logo IS NOT NULL
            UNION SELECT seller_logo FROM sent_quotes WHERE company_id = \(companyID) AND seller_logo IS NOT NULL
            """
        ).map { try $0["sha256"] }
    }
}

extension ArchivedDocument {
    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        issuedOn = try row["issued_on"]
        client = try row["buyer_name"]
        amount = try row["amount_cents"]
    }
}
