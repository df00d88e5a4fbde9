public import Accounting
public import Invoicing
import MariaDB

/// A credit note as it stands in its row.
public struct CreditNoteRecord: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// The invoice it corrects.
    public let invoiceID: Int64
    /// What it says.
    public let creditNote: CreditNote
    /// What went back and is answered by it: at Stripe, or by the freelancer's hand unless that was undone.
    public let answered: Cents

    /// True when it may also answer so much that went back.
    public func mayAnswer(_ amount: Cents) -> Bool { answered + amount <= creditNote.amount }
}

extension StoreReader {
    /// The credit notes of an invoice, oldest first.
    public func creditNotes(of invoiceID: Int64) throws -> [CreditNoteRecord] {
        try runner.rows(
            "\(CreditNoteRecord.select) WHERE c.invoice_id = \(invoiceID) ORDER BY c.id"
        ).map(creditNote)
    }

    /// What the credit notes of an invoice say, oldest first, without what went back.
    public func issuedCreditNotes(of invoiceID: Int64) throws -> [CreditNote] {
        try runner.rows(
            "SELECT \(CreditNoteRecord.columns) FROM credit_notes c WHERE c.invoice_id = \(invoiceID) ORDER BY c.id"
        ).map(content)
    }

    /// A credit note of a company's.
    public func creditNote(_ id: Int64, of companyID: Int64) throws -> CreditNoteRecord? {
        try runner.row("\(CreditNoteRecord.select) WHERE c.id = \(id) AND c.company_id = \(companyID)").map(creditNote)
    }

    /// The credit note of a form.
    public func creditNote(key: Fingerprint) throws -> CreditNoteRecord? {
        try runner.row("\(CreditNoteRecord.select) WHERE c.entry_key = \(key)").map(creditNote)
    }

    private func creditNote(_ row: Row) throws -> CreditNoteRecord {
        CreditNoteRecord(
            id: try row["id"],
            invoiceID: try row["invoice_id"],
            creditNote: try content(row),
            answered: try row["answered_cents"]
        )
    }

    private func content(_ row: Row) throws -> CreditNote {
        let id: Int64 = try row["id"]
        let lines = try runner.rows(
            "SELECT \(InvoiceLine.columns) FROM credited_lines WHERE credit_note_id = \(id) ORDER BY position"
        )
        let breakdown = try runner.rows(
            "SELECT \(Totals.VATLine.columns) FROM credited_vat WHERE credit_note_id = \(id) ORDER BY position"
        )
        return try CreditNote(row, lines.map(InvoiceLine.init), breakdown.map(Totals.VATLine.init))
    }
}

extension StoreWriter {
    /// Freezes a credit note of an invoice whose lock the caller holds; answers its row's id.
    public func addCreditNote(
        _ creditNote: CreditNote,
        of invoice: Invoice,
        key: Fingerprint,
        at now: Instant
    ) throws -> Int64 {
        let number = creditNote.number
        let id = try transaction.execute(
            """
            INSERT INTO credit_notes (company_id, invoice_id, series, year, sequence, issued_on, amount_cents, is_total,
                reason, entry_key, issued_at)
            VALUES (\(invoice.companyID), \(invoice.id), \(number.series.rawValue), \(number.year), \(number.sequence),
                \(creditNote.issuedOn), \(creditNote.amount), \(creditNote.isTotal), \(creditNote.reason), \(key),
                \(now))
            """
        ).lastInsertID
        try addContent(of: creditNote, id: id)
        return id
    }

    /// Writes down what a credit note takes back, line by line.
    public func addContent(of creditNote: CreditNote, id: Int64) throws {
        for (position, line) in creditNote.lines.enumerated() {
            try transaction.execute(
                """
                INSERT INTO credited_lines (credit_note_id, position, \(InvoiceLine.columns), net_cents)
                VALUES (\(id), \(position), \(line.values), \(line.net))
                """
            )
        }
        for (position, line) in creditNote.totals.breakdown.enumerated() {
            try transaction.execute(
                """
                INSERT INTO credited_vat (credit_note_id, position, \(Totals.VATLine.columns))
                VALUES (\(id), \(position), \(line.values))
                """
            )
        }
    }
}

extension CreditNoteRecord {
    /// A number as it is printed, of the table `credit_notes c`; the same as ``InvoiceNumber/text``.
    static let numberText: SQL =
        "CONCAT(c.series, '-', c.year, '-', LPAD(c.sequence, GREATEST(4, LENGTH(c.sequence)), '0'))"

    fileprivate static let columns: SQL =
        "c.id, c.invoice_id, c.series, c.year, c.sequence, c.issued_on, c.amount_cents, c.is_total, c.reason"

    fileprivate static let select: SQL = """
        SELECT \(columns),
            CAST((SELECT COALESCE(SUM(r.amount_cents), 0) FROM reversals r WHERE r.credit_note_id = c.id)
                - (SELECT COALESCE(SUM(p.amount_cents), 0) FROM payments p WHERE p.credit_note_id = c.id
                    AND NOT EXISTS (SELECT 1 FROM payments u WHERE u.undoes = p.id)) AS SIGNED) AS answered_cents
        FROM credit_notes c
        """
}

extension CreditNote {
    fileprivate init(_ row: Row, _ lines: [InvoiceLine], _ breakdown: [Totals.VATLine]) throws {
        self.init(
            number: try InvoiceNumber(row),
            issuedOn: try row["issued_on"],
            amount: try row["amount_cents"],
            isTotal: try row["is_total"],
            reason: try row["reason"],
            lines: lines,
            totals: Totals(net: breakdown.map(\.base).sum, tax: breakdown.map(\.tax).sum, breakdown: breakdown)
        )
    }
}
