import Accounting
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// An empty editor; after a paid deposit, that of the invoice which takes it off.
    func newDraft(_ desk: Desk, _ visit: Visit) throws -> Response {
        let company = try company(desk)
        var input = DraftInput(paymentTermDays: company.paymentTermDays)
        input.lines = [DraftInput.Line(vat: company.seller.possibleVAT[0].formValue)]
        if let id = visit.request.query["acompte"].flatMap(Route.id) {
            guard let deposit = try reader.freeDeposits(of: desk.companyID).first(where: { $0.invoiceID == id }) else {
                throw NotFound()
            }
            input.clientID = String(deposit.clientID)
            input.deposits = [String(id)]
        }
        if let id = visit.request.query["article"].flatMap(Route.id) {
            guard let article = try reader.article(id, of: desk.companyID) else { throw NotFound() }
            input.insert(article.offer, of: company.seller)
        }
        return try editor(desk, nil, input, company)
    }

    /// The editor of a draft that was saved.
    func draftEditor(_ desk: Desk, _ id: Int64, notice: String?) throws -> Response {
        guard let draft = try reader.draft(id, of: desk.companyID) else { throw NotFound() }
        return try editor(desk, id, DraftInput(draft), try company(desk), lines: draft.lines, notice: notice)
    }

    func saveDraft(_ desk: Desk, _ visit: Visit, _ id: Int64?) throws -> Response {
        let company = try company(desk)
        let action = visit.form["action"] ?? "save"
        if ["add", "article", "compute"].contains(action) { return try changeLines(desk, visit, id, company, action) }
        switch DraftInput.read(visit.form, seller: company.seller) {
        case .wrong(let messages):
            return try editor(desk, id, DraftInput(visit.form), company, messages: messages, status: 422)
        case .sound(let draft):
            let saved = try SaveDraft(companyID: desk.companyID, invoiceID: id, draft: draft).run(in: office)
            return .redirect(to: action == "finalise" ? "/factures/\(saved)/finaliser" : "/factures/\(saved)")
        }
    }

    /// The editor with one line more, or with the totals of its lines; nothing is saved.
    private func changeLines(
        _ desk: Desk,
        _ visit: Visit,
        _ id: Int64?,
        _ company: Company,
        _ action: String
    ) throws -> Response {
        if let id, try reader.draft(id, of: desk.companyID) == nil { throw NotFound() }
        let seller = company.seller
        var input = DraftInput(visit.form)
        if action == "add" { input.lines.append(DraftInput.Line(vat: seller.possibleVAT[0].formValue)) }
        if action == "article", let article = visit.form["article"].flatMap(Route.id) {
            guard let article = try reader.article(article, of: desk.companyID) else { throw NotFound() }
            input.insert(article.offer, of: seller)
        }
        var typed = Typed(visit.form)
        let lines = DraftInput.read(input.lines, seller: seller, &typed)
        if typed.isSound { return try editor(desk, id, input, company, lines: lines) }
        guard action == "compute" else { return try editor(desk, id, input, company) }
        return try editor(desk, id, input, company, messages: typed.messages, status: 422)
    }

    func removeDraft(_ desk: Desk, _ id: Int64) throws -> Response {
        try RemoveDraft(companyID: desk.companyID, invoiceID: id).run(in: office)
        return .redirect(to: "/factures")
    }

    func duplicate(_ desk: Desk, _ id: Int64) throws -> Response {
        let copy = try DuplicateInvoice(companyID: desk.companyID, invoiceID: id).run(in: office)
        return .redirect(to: "/factures/\(copy)")
    }

    /// The company at this desk.
    func company(_ desk: Desk) throws -> Company {
        guard let company = try reader.company(desk.companyID) else { throw NotFound() }
        return company
    }

    private func editor(
        _ desk: Desk,
        _ id: Int64?,
        _ input: DraftInput,
        _ company: Company,
        lines: [InvoiceLine]? = nil,
        messages: [String: String] = [:],
        notice: String? = nil,
        status: Int = 200
    ) throws -> Response {
        let page = EditorPage(
            desk: desk,
            invoiceID: id,
            seller: company.seller,
            clients: try reader.clients(of: desk.companyID),
            catalogue: CatalogueField(try reader.articles(of: desk.companyID, limit: CatalogueField.length + 1)),
            deposits: try reader.freeDeposits(of: desk.companyID),
            input: input,
            messages: messages,
            totals: lines.map { Totals(of: $0) },
            notice: notice
        )
        return layout("Facture", desk, at: .invoices).response(status: status, page.html)
    }
}
