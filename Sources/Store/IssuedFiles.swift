public import Accounting
public import Invoicing
import MariaDB

/// The file of a document as it was issued: nobody ever rewrites it.
public struct IssuedFile: Sendable, Equatable {
    /// The SHA-256 of its bytes.
    public let sha256: Fingerprint
    /// Its bytes.
    public let pdf: [UInt8]

    /// A file.
    public init(sha256: Fingerprint, pdf: [UInt8]) {
        self.sha256 = sha256
        self.pdf = pdf
    }
}

extension StoreReader {
    /// The file of an issued invoice.
    public func file(ofInvoice id: Int64) throws -> IssuedFile? {
        try runner.row("SELECT sha256, pdf FROM invoice_files WHERE invoice_id = \(id)").map(IssuedFile.init)
    }

    /// The file of a credit note.
    public func file(ofCreditNote id: Int64) throws -> IssuedFile? {
        try runner.row("SELECT sha256, pdf FROM credit_note_files WHERE credit_note_id = \(id)").map(IssuedFile.init)
    }

    /// The file of a credit note of an invoice's.
    public func file(ofCreditNote number: InvoiceNumber, to invoiceID: Int64) throws -> IssuedFile? {
        try runner.row(
            """
            SELECT f.sha256, f.pdf FROM credit_notes c JOIN credit_note_files f ON f.credit_note_id = c.id
            WHERE c.invoice_id = \(invoiceID) AND c.series = \(number.series.rawValue) AND c.year = \(number.year)
                AND c.sequence = \(number.sequence)
            """
        ).map(IssuedFile.init)
    }

    /// The fingerprint of an issued invoice's file.
    public func fingerprint(ofInvoice id: Int64) throws -> Fingerprint? {
        try runner.row("SELECT sha256 FROM invoice_files WHERE invoice_id = \(id)").map { try $0["sha256"] }
    }

    /// A logo, as a PNG.
    public func logo(_ sha256: Fingerprint) throws -> [UInt8]? {
        try runner.row("SELECT png FROM logos WHERE sha256 = \(sha256)").map { try $0["png"] }
    }

    /// The logo that an issued invoice shows.
    public func logo(ofInvoice id: Int64) throws -> [UInt8]? {
        try runner.row(
            """
            SELECT l.png FROM issued_invoices d JOIN logos l ON l.sha256 = d.seller_logo WHERE d.invoice_id = \(id)
            """
        ).map { try $0["png"] }
    }
}

extension StoreWriter {
    /// Keeps the file of an invoice that has just been issued.
    public func addFile(_ file: IssuedFile, ofInvoice id: Int64, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO invoice_files (invoice_id, sha256, pdf, drawn_at)
            VALUES (\(id), \(file.sha256), \(file.pdf), \(now))
            """
        )
    }

    /// Keeps the file of a credit note that has just been issued.
    public func addFile(_ file: IssuedFile, ofCreditNote id: Int64, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO credit_note_files (credit_note_id, sha256, pdf, drawn_at)
            VALUES (\(id), \(file.sha256), \(file.pdf), \(now))
            """
        )
    }
}

extension StoreReader {
    /// Invoices issued before files were kept, a few at a time.
    public func invoicesWithoutFile(limit: Int) throws -> [Int64] {
        try runner.rows(
            """
            SELECT d.invoice_id FROM issued_invoices d LEFT JOIN invoice_files f ON f.invoice_id = d.invoice_id
            WHERE f.invoice_id IS NULL ORDER BY d.invoice_id LIMIT \(limit)
            """
        ).map { try $0["invoice_id"] }
    }

    /// Credit notes issued before files were kept, a few at a time, with their invoices, oldest first.
    public func creditNotesWithoutFile(limit: Int) throws -> [(id: Int64, invoiceID: Int64)] {
        try runner.rows(
            """
            SELECT c.id, c.invoice_id FROM credit_notes c LEFT JOIN credit_note_files f ON f.credit_note_id = c.id
            WHERE f.credit_note_id IS NULL ORDER BY c.id LIMIT \(limit)
            """
        ).map { (try $0["id"], try $0["invoice_id"]) }
    }
}

extension IssuedFile {
    fileprivate init(_ row: Row) throws {
        self.init(sha256: try row["sha256"], pdf: try row["pdf"])
    }
}
