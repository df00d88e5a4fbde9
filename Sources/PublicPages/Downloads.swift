import Invoicing
import Operations
import Store
import Web

extension PublicPages {
    /// The PDF of an invoice as it is today, with its stamp or the codes to pay it with.
    func invoiceFile(_ shared: SharedInvoice, _ token: Token) throws -> Response {
        .pdf(try todaysFile(shared, token), named: shared.issued.number.text)
    }

    /// The bytes of that file.
    func todaysFile(_ shared: SharedInvoice, _ token: Token) throws -> [UInt8] {
        try RenderInvoice(
            invoice: shared.invoice,
            issued: shared.issued,
            link: token.text,
            canBePaidOnline: shared.canBePaidOnline,
            cancelledBy: shared.cancelledBy
        ).run(reader, press, publicOrigin: publicOrigin)
    }

    /// The PDF of a credit note of this invoice.
    func creditNoteFile(_ number: String, _ shared: SharedInvoice) throws -> Response {
        let creditNotes = try reader.issuedCreditNotes(of: shared.invoice.id)
        guard let creditNote = creditNotes.first(where: { $0.number.text == number }),
            let file = try reader.file(ofCreditNote: creditNote.number, to: shared.invoice.id)
        else { return ErrorPage.notFound.response(assets) }
        return .pdf(file.pdf, named: number)
    }
}
