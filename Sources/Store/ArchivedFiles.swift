public import Accounting
import MariaDB

/// An issued document with its file, as an archive holds it.
public struct ArchivedFile: Sendable, Equatable {
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
    /// The file as it was issued.
    public let file: IssuedFile
}

extension StoreReader {
    /// The invoice of a company that was issued after another, with its file; nil after the last.
    public func archivedInvoice(of companyID: Int64, after id: Int64) throws -> ArchivedFile? {
        try runner.row(
            """
            SELECT i.id, i.number, d.issued_on, d.buyer_name, d.gross_cents AS amount_cents, f.sha256, f.pdf
            FROM invoices i JOIN issued_invoices d ON d.invoice_id = i.id JOIN invoice_files f ON f.invoice_id = i.id
            WHERE i.company_id = \(companyID) AND i.id > \(id) ORDER BY i.id LIMIT 1
            """
        ).map(ArchivedFile.init)
    }

    /// The credit note of a company that was issued after another, with its file; nil after the last.
    public func archivedCreditNote(of companyID: Int64, after id: Int64) throws -> ArchivedFile? {
        try runner.row(
            """
            SELECT c.id, \(CreditNoteRecord.numberText) AS number, c.issued_on, d.buyer_name, c.amount_cents, f.sha256,
                f.pdf
            FROM credit_notes c JOIN issued_invoices d ON d.invoice_id = c.invoice_id
            JOIN credit_note_files f ON f.credit_note_id = c.id
            WHERE c.company_id = \(companyID) AND c.id > \(id) ORDER BY c.id LIMIT 1
            """
        ).map(ArchivedFile.init)
    }
}

extension ArchivedFile {
    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        issuedOn = try row["issued_on"]
        client = try row["buyer_name"]
        amount = try row["amount_cents"]
        file = IssuedFile(sha256: try row["sha256"], pdf: try row["pdf"])
    }
}
