import Accounting
import Invoicing
public import Store

/// A freelancer begins a draft from an invoice: for the same client, with the same lines and terms.
///
/// What belonged to the other one alone stays with it: its dates, its client's order number, its deposits.
public struct DuplicateInvoice {
    private let companyID: Int64
    private let invoiceID: Int64

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice, in whatever state.
    public init(companyID: Int64, invoiceID: Int64) {
        self.companyID = companyID
        self.invoiceID = invoiceID
    }

    /// - Returns: the new draft's id.
    /// - Throws: ``NotFound``, or ``ErasedClient``: then only ``content(_:)`` is left to begin from.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            let copy = try content(writer.reader)
            guard try writer.reader.client(copy.clientID, of: companyID)?.isErased == false else {
                throw ErasedClient()
            }
            return try writer.addDraft(copy, of: companyID, at: office.outside.now())
        }
    }

    /// What the draft says; its lines as they were written, under whatever regime of VAT.
    ///
    /// - Throws: ``NotFound``.
    public func content(_ reader: StoreReader) throws -> SavedDraft {
        guard let invoice = try reader.invoice(invoiceID, of: companyID) else { throw NotFound() }
        if let draft = try reader.draft(invoice.id, of: companyID) {
            return SavedDraft(copying: draft.lines, draft.subject, draft.kind, draft.paymentTermDays, draft.clientID)
        }
        guard let issued = try reader.issuedInvoice(invoice.id) else { throw NotFound() }
        let term = Int(issued.dueOn.number - issued.issuedOn.number)
        return SavedDraft(copying: issued.lines, issued.subject, issued.kind, term, invoice.clientID)
    }
}

extension SavedDraft {
    fileprivate init(
        copying lines: [InvoiceLine],
        _ subject: String,
        _ kind: InvoiceKind,
        _ paymentTermDays: Int,
        _ clientID: Int64
    ) {
        self.init(
            clientID: clientID,
            subject: subject,
            lines: lines,
            suppliedOn: nil,
            paymentTermDays: paymentTermDays,
            kind: kind
        )
    }
}
