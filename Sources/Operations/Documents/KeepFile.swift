import Accounting
import Documents
import Invoicing
import Store

extension StoreWriter {
    /// Draws the file of an invoice that is being issued, and keeps it for ever.
    func keepFile(of issued: IssuedInvoice, id: Int64, press: Press, at now: Instant) throws {
        let pdf = try press.file(of: .invoice(issued), logo: try reader.logo(ofInvoice: id))
        try addFile(IssuedFile(sha256: sha256(pdf), pdf: pdf), ofInvoice: id, at: now)
    }

    /// Draws the file of a credit note that is being issued, and keeps it for ever.
    func keepFile(
        of creditNote: CreditNote,
        id: Int64,
        correcting issued: IssuedInvoice,
        invoiceID: Int64,
        press: Press,
        at now: Instant
    ) throws {
        let document = LegalDocument.creditNote(creditNote, correcting: issued)
        let pdf = try press.file(of: document, logo: try reader.logo(ofInvoice: invoiceID))
        try addFile(IssuedFile(sha256: sha256(pdf), pdf: pdf), ofCreditNote: id, at: now)
    }
}
