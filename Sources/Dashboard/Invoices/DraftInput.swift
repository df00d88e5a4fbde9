import Accounting
import Invoicing
import Operations
import Store
import Web

/// What stands in the invoice editor, as texts.
struct DraftInput: EditorInput {
    /// The key of the form of a new draft: sent twice, it is one.
    var key = ""
    /// The edition that was changed; empty for a new draft.
    var seen = ""
    var clientID = ""
    var kind = InvoiceKind.invoice.rawValue
    var purchaseOrder = ""
    /// The deposits to take off, by the ids of their invoices.
    var deposits: [String] = []
    var subject = ""
    var suppliedOn = ""
    var paymentTermDays = ""
    var lines = [LineInput()]

    /// An empty editor.
    init(paymentTermDays: Int) {
        self.paymentTermDays = String(paymentTermDays)
    }

    /// The editor of a draft that was saved, with its lines as they are charged today.
    ///
    /// - Parameters:
    ///   - draft: what was saved.
    ///   - charged: its lines.
    ///   - vat: that of the next line, as long as no supply says another one.
    init(_ draft: SavedDraft, _ charged: [InvoiceLine], vat: VAT) {
        seen = Edition(of: draft).text
        clientID = String(draft.clientID)
        kind = draft.kind.rawValue
        purchaseOrder = draft.purchaseOrder
        deposits = draft.depositIDs.map(String.init)
        subject = draft.subject
        suppliedOn = draft.suppliedOn?.iso ?? ""
        paymentTermDays = String(draft.paymentTermDays)
        lines = LineInput.rows(charged, vat: vat)
    }

    /// The same with what a quote gives its invoice.
    func given(by quote: InvoicedQuote) -> DraftInput {
        var input = self
        (input.kind, input.clientID) = (quote.invoiceKind.rawValue, String(quote.clientID))
        return input
    }

    /// The editor as it was sent.
    init(_ form: Form) {
        key = form[KeyField.name] ?? ""
        seen = form.seen?.text ?? ""
        clientID = form["client"] ?? ""
        kind = form["kind"] ?? InvoiceKind.invoice.rawValue
        purchaseOrder = form["purchase_order"] ?? ""
        deposits = form.all("deposit")
        subject = form["subject"] ?? ""
        suppliedOn = form["supplied_on"] ?? ""
        paymentTermDays = form["payment_term_days"] ?? ""
        lines = LineInput.rows(form)
    }
}
