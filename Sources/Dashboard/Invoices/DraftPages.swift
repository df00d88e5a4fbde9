import Accounting
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// An empty editor; with the content of an invoice whose client was erased, for another one; after a paid deposit, that of
    /// the invoice which takes it off, or the quote whose part it is.
    func newDraft(_ desk: Desk, _ visit: Visit) throws -> Response {
        let editor = try invoiceEditor(desk)
        let (company, seller) = (editor.company, editor.company.seller)
        var input = DraftInput(paymentTermDays: company.paymentTermDays)
        input.lines = [editor.blankLine]
        if let id = visit.request.query["modele"].flatMap(Route.id) {
            let model = try DuplicateInvoice(companyID: desk.companyID, invoiceID: id).content(reader)
            input = DraftInput(model, seller.charging(model.lines).lines, vat: seller.usualVAT)
            (input.seen, input.clientID) = ("", "")
        }
        if let id = visit.request.query["acompte"].flatMap(Route.id) {
            guard let deposit = try reader.freeDeposits(of: desk.companyID).first(where: { $0.invoiceID == id }) else {
                throw NotFound()
            }
            if let quote = deposit.quoteID { return .redirect(to: "/devis/\(quote)") }
            input.clientID = String(deposit.clientID)
            input.deposits = [String(id)]
        }
        if let id = visit.request.query["client"].flatMap(Route.id) {
            input.clientID = String(try knownClient(desk, id).id)
        }
        if let id = visit.request.query["article"].flatMap(Route.id) {
            guard let article = try reader.article(id, of: desk.companyID) else { throw NotFound() }
            input.lines.insert(article.offer, of: seller)
        }
        return try editor.begin(input)
    }

    /// The editor of a draft that was saved.
    func draftEditor(_ desk: Desk, _ id: Int64) throws -> Response {
        guard let draft = try reader.draft(id, of: desk.companyID) else { throw NotFound() }
        let editor = try invoiceEditor(desk)
        let charged = editor.company.seller.charging(draft.lines)
        let input = DraftInput(draft, charged.lines, vat: editor.company.seller.usualVAT)
        return try editor.show(EditorState(input, of: id, notice: charged.notice()))
    }

    func saveDraft(_ desk: Desk, _ visit: Visit, _ id: Int64?) throws -> Response {
        try invoiceEditor(desk).answer(visit.form, id)
    }

    private func invoiceEditor(_ desk: Desk) throws -> InvoiceEditor {
        InvoiceEditor(site: self, desk: desk, company: try company(desk))
    }

    func removeDraft(_ desk: Desk, _ id: Int64) throws -> Response {
        try RemoveDraft(companyID: desk.companyID, invoiceID: id).run(in: office)
        return .done(.draftRemoved, at: "/factures")
    }

    func duplicate(_ desk: Desk, _ id: Int64) throws -> Response {
        do {
            let copy = try DuplicateInvoice(companyID: desk.companyID, invoiceID: id).run(in: office)
            return .done(.invoiceDrafted, at: "/factures/\(copy)")
        } catch is ErasedClient {
            return .redirect(to: "/factures/nouvelle?modele=\(id)")
        }
    }

    /// The company at this desk.
    func company(_ desk: Desk) throws -> Company {
        guard let company = try reader.company(desk.companyID) else { throw NotFound() }
        return company
    }
}
