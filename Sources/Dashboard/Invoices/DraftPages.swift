import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// An empty editor; with the content of an invoice whose client was erased, for another one; after a paid deposit, that of
    /// the invoice which takes it off.
    func newDraft(_ desk: Desk, _ visit: Visit) throws -> Response {
        let company = try company(desk)
        var input = DraftInput(paymentTermDays: company.paymentTermDays)
        input.lines = [DraftInput.Line(vat: company.seller.usualVAT.formValue)]
        if let id = visit.request.query["modele"].flatMap(Route.id) {
            let model = try DuplicateInvoice(companyID: desk.companyID, invoiceID: id).content(reader)
            input = DraftInput(model, company.seller.charging(model.lines).lines, vat: company.seller.usualVAT)
            (input.seen, input.clientID) = ("", "")
        }
        if let id = visit.request.query["acompte"].flatMap(Route.id) {
            guard let deposit = try reader.freeDeposits(of: desk.companyID).first(where: { $0.invoiceID == id }) else {
                throw NotFound()
            }
            input.clientID = String(deposit.clientID)
            input.deposits = [String(id)]
        }
        if let id = visit.request.query["client"].flatMap(Route.id) {
            input.clientID = String(try knownClient(desk, id).id)
        }
        if let id = visit.request.query["article"].flatMap(Route.id) {
            guard let article = try reader.article(id, of: desk.companyID) else { throw NotFound() }
            input.insert(article.offer, of: company.seller)
        }
        return try changed(desk, nil, input, company, ClientPick(clientID: input.clientID))
    }

    /// The editor of a draft that was saved.
    func draftEditor(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        guard let draft = try reader.draft(id, of: desk.companyID) else { throw NotFound() }
        let company = try company(desk)
        let charged = company.seller.charging(draft.lines)
        return try editor(
            desk,
            id,
            DraftInput(draft, charged.lines, vat: company.seller.usualVAT),
            company,
            ClientPick(clientID: String(draft.clientID)),
            notice: charged.notice()
        )
    }

    func saveDraft(_ desk: Desk, _ visit: Visit, _ id: Int64?) throws -> Response {
        let company = try company(desk)
        let action = visit.form["action"] ?? "save"
        let pick = try pick(desk, visit.form, action)
        let form = visit.form.with(client: pick.clientID)
        let isSaving = !pick.isStuck && !(ClientPick.actions + ["add", "article", "compute"]).contains(action)
        let keepsAll = !isSaving || ["preview", DraftLook.action].contains(action)
        if let id, keepsAll, try reader.draft(id, of: desk.companyID) == nil { throw NotFound() }
        if pick.isStuck || ClientPick.actions.contains(action) {
            return try changed(desk, id, DraftInput(form), company, pick)
        }
        guard isSaving else { return try changeLines(desk, visit, id, company, action, pick) }
        let reading = DraftInput.read(form, seller: company.seller, today: today)
        if action == DraftLook.action { return try look(desk, reading) }
        switch reading {
        case .wrong(let messages):
            return try editor(desk, id, DraftInput(form), company, pick, messages: messages, status: 422)
        case .sound(let draft) where action == "preview":
            do { return try preview(desk, draft) } catch let refusal as IssueRefusal {
                let messages = ["lines": sentence(refusal)]
                return try editor(desk, id, DraftInput(form), company, pick, messages: messages, status: 422)
            }
        case .sound(let draft):
            let save = SaveDraft(companyID: desk.companyID, invoiceID: id, seen: form.seen, draft: draft)
            do {
                let page = "/factures/\(try save.run(in: office))"
                return action == "finalise" ? .redirect(to: page + "/finaliser") : .done(.draftSaved, at: page)
            } catch is ChangedMeanwhile {
                return try overtaken(desk, id, DraftInput(form), company, pick, action)
            }
        }
    }

    /// The editor with what was typed, when another window has saved the draft meanwhile; saving again is meant.
    private func overtaken(
        _ desk: Desk,
        _ id: Int64?,
        _ input: DraftInput,
        _ company: Company,
        _ pick: ClientPick,
        _ action: String
    ) throws -> Response {
        guard let id, let current = try reader.draft(id, of: desk.companyID) else { throw NotFound() }
        var input = input
        input.seen = Edition(of: current).text
        let other = Meanwhile(change: "Ce brouillon a été modifié", path: "/factures/\(id)", action: action)
        return try editor(desk, id, input, company, pick, meanwhile: other, status: 409)
    }

    /// The editor with one line more, or with what is wrong with its lines; nothing is saved.
    private func changeLines(
        _ desk: Desk,
        _ visit: Visit,
        _ id: Int64?,
        _ company: Company,
        _ action: String,
        _ pick: ClientPick
    ) throws -> Response {
        let seller = company.seller
        var input = DraftInput(visit.form)
        if action == "add" { input.lines.append(DraftInput.Line(vat: seller.usualVAT.formValue)) }
        if action == "article", let article = visit.form["article"].flatMap(Route.id) {
            guard let article = try reader.article(article, of: desk.companyID) else { throw NotFound() }
            input.insert(article.offer, of: seller)
        }
        return try changed(desk, id, input, company, pick, complains: action == "compute")
    }

    /// The editor with lines that nobody has saved.
    private func changed(
        _ desk: Desk,
        _ id: Int64?,
        _ input: DraftInput,
        _ company: Company,
        _ pick: ClientPick,
        complains: Bool = false
    ) throws -> Response {
        if complains, case .wrong(let messages) = DraftInput.read(input.lines, seller: company.seller) {
            return try editor(desk, id, input, company, pick, messages: messages, status: 422)
        }
        return try editor(desk, id, input, company, pick, status: pick.isStuck ? 422 : 200)
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

    /// The editor, with the totals of the lines in it when they can be read, whatever else it says.
    private func editor(
        _ desk: Desk,
        _ id: Int64?,
        _ input: DraftInput,
        _ company: Company,
        _ pick: ClientPick,
        messages: [String: String] = [:],
        notice: HTML? = nil,
        meanwhile: Meanwhile? = nil,
        status: Int = 200
    ) throws -> Response {
        let client = try clientField(desk, pick, messages["client"])
        let lines = DraftInput.readable(input.lines, seller: company.seller)
        let page = EditorPage(
            desk: desk,
            invoiceID: id,
            seller: company.seller,
            client: client,
            catalogue: CatalogueField(try reader.articles(of: desk.companyID, limit: CatalogueField.length + 1)),
            deposits: try reader.freeDeposits(of: desk.companyID),
            input: input,
            messages: messages,
            notice: notice,
            totals: lines.map { Totals(of: $0) },
            mentions: mentions(company.seller, client.chosen?.buyer, lines ?? []),
            savedAt: try id.flatMap { try reader.draftSavedAt($0, of: desk.companyID) }.map {
                ParisTime($0).french(on: today)
            },
            meanwhile: meanwhile
        )
        return layout("Facture", desk, at: .invoices).response(status: status, page.html)
    }
}
