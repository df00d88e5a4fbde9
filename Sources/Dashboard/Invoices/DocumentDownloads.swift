import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// The PDF of an invoice as it is today, or a duplicate of it.
    func invoiceFile(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        guard let issued = try reader.issuedInvoice(id), let link = try reader.newestLink(of: id) else {
            throw NotFound()
        }
        let account = try reader.connectedAccount(of: desk.companyID)
        let cancelling = try reader.creditNotes(of: id).map(\.creditNote).first(where: \.isTotal)
        let isDuplicate = visit.request.query["duplicata"] != nil
        let pdf = try RenderInvoice(
            invoice: invoice,
            issued: issued,
            link: link,
            canBePaidOnline: invoice.awaitsOnlinePayment && account?.state.takesPayments == true,
            cancelledBy: cancelling?.number.text,
            isDuplicate: isDuplicate
        ).run(reader, office.press, publicOrigin: office.publicOrigin)
        return .pdf(pdf, named: issued.number.text + (isDuplicate ? "-duplicata" : ""))
    }

    /// The PDF of a credit note, which never changes.
    func creditNoteFile(_ desk: Desk, _ id: Int64, _ creditNoteID: Int64) throws -> Response {
        guard let record = try reader.creditNote(creditNoteID, of: desk.companyID), record.invoiceID == id,
            let file = try reader.file(ofCreditNote: creditNoteID)
        else { throw NotFound() }
        return .pdf(file.pdf, named: record.creditNote.number.text)
    }

    /// « Remplacer le lien ».
    func replaceLink(_ desk: Desk, _ id: Int64) throws -> Response {
        try ReplaceLink(companyID: desk.companyID, invoiceID: id).run(in: office)
        return .done(.linkReplaced, at: "/factures/\(id)")
    }
}
