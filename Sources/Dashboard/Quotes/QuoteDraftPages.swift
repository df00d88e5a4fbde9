import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// An empty editor; with the content of a quote whose client was erased, for another one.
    func newQuote(_ desk: Desk, _ visit: Visit) throws -> Response {
        let company = try company(desk)
        var input = QuoteInput(today: today, vat: company.seller.usualVAT)
        if let id = visit.request.query["modele"].flatMap(Route.id) {
            guard let model = try reader.savedQuote(id, of: desk.companyID) else { throw NotFound() }
            let validUntil = input.validUntil
            input = QuoteInput(model, company.seller.charging(model.lines).lines, vat: company.seller.usualVAT)
            (input.seen, input.clientID, input.validUntil) = ("", "", validUntil)
        }
        if let id = visit.request.query["client"].flatMap(Route.id) {
            input.clientID = String(try knownClient(desk, id).id)
        }
        return try changedQuote(desk, nil, input, company, ClientPick(clientID: input.clientID))
    }

    /// The editor of a quote that was saved.
    func quoteDraft(_ desk: Desk, _ quote: Quote) throws -> Response {
        let company = try company(desk)
        guard let saved = try reader.savedQuote(quote.id, of: desk.companyID) else { throw NotFound() }
        let charged = company.seller.charging(saved.lines)
        let input = QuoteInput(saved, charged.lines, vat: company.seller.usualVAT)
        let pick = ClientPick(clientID: input.clientID)
        let notice = charged.notice()
        return try quoteEditor(desk, quote.id, input, company, pick, notice: notice)
    }

    func saveQuote(_ desk: Desk, _ visit: Visit, _ id: Int64?) throws -> Response {
        if let id { _ = try quote(desk, id) }
        let company = try company(desk)
        let action = visit.form["action"] ?? "save"
        let pick = try pick(desk, visit.form, action)
        let form = visit.form.with(client: pick.clientID)
        var input = QuoteInput(form)
        if action == "add" { input.lines.append(DraftInput.Line(vat: company.seller.usualVAT.formValue)) }
        if pick.isStuck || (ClientPick.actions + ["add", "compute"]).contains(action) {
            return try changedQuote(desk, id, input, company, pick, complains: action == "compute")
        }
        switch QuoteInput.read(form, seller: company.seller, today: today) {
        case .wrong(let messages):
            return try quoteEditor(desk, id, input, company, pick, messages: messages, status: 422)
        case .sound(let quote):
            let save = SaveQuote(companyID: desk.companyID, quoteID: id, seen: form.seen, quote: quote)
            do {
                let page = "/devis/\(try save.run(in: office))"
                return action == "send" ? .redirect(to: page + "/envoyer") : .done(.draftSaved, at: page)
            } catch is ChangedMeanwhile {
                return try overtaken(desk, id, input, company, pick, action)
            }
        }
    }

    /// The editor with what was typed, when another window has saved the quote meanwhile; saving again is meant.
    private func overtaken(
        _ desk: Desk,
        _ id: Int64?,
        _ input: QuoteInput,
        _ company: Company,
        _ pick: ClientPick,
        _ action: String
    ) throws -> Response {
        guard let id, let current = try reader.savedQuote(id, of: desk.companyID) else { throw NotFound() }
        var input = input
        input.seen = Edition(of: current).text
        let other = Meanwhile(change: "Ce devis a été modifié", path: "/devis/\(id)", action: action)
        return try quoteEditor(desk, id, input, company, pick, meanwhile: other, status: 409)
    }

    /// The editor with lines that nobody has saved.
    private func changedQuote(
        _ desk: Desk,
        _ id: Int64?,
        _ input: QuoteInput,
        _ company: Company,
        _ pick: ClientPick,
        complains: Bool = false
    ) throws -> Response {
        if complains, case .wrong(let messages) = DraftInput.read(input.lines, seller: company.seller) {
            return try quoteEditor(desk, id, input, company, pick, messages: messages, status: 422)
        }
        return try quoteEditor(desk, id, input, company, pick, status: pick.isStuck ? 422 : 200)
    }

    func removeQuote(_ desk: Desk, _ id: Int64) throws -> Response {
        try RemoveQuote(companyID: desk.companyID, quoteID: id).run(in: office)
        return .done(.draftRemoved, at: "/devis")
    }

    func duplicateQuote(_ desk: Desk, _ id: Int64) throws -> Response {
        do {
            let copy = try DuplicateQuote(companyID: desk.companyID, quoteID: id).run(in: office)
            return .done(.quoteDrafted, at: "/devis/\(copy)")
        } catch is ErasedClient {
            return .redirect(to: "/devis/nouveau?modele=\(id)")
        }
    }

    /// A quote of this company.
    func quote(_ desk: Desk, _ id: Int64) throws -> Quote {
        guard let quote = try reader.quote(id, of: desk.companyID) else { throw NotFound() }
        return quote
    }

    /// The editor, with the totals of the lines in it when they can be read, whatever else it says.
    private func quoteEditor(
        _ desk: Desk,
        _ id: Int64?,
        _ input: QuoteInput,
        _ company: Company,
        _ pick: ClientPick,
        messages: [String: String] = [:],
        notice: HTML? = nil,
        meanwhile: Meanwhile? = nil,
        status: Int = 200
    ) throws -> Response {
        let page = QuoteEditor(
            desk: desk,
            quoteID: id,
            seller: company.seller,
            client: try clientField(desk, pick, messages["client"]),
            input: input,
            messages: messages,
            totals: DraftInput.readable(input.lines, seller: company.seller).map { Totals(of: $0) },
            notice: notice,
            meanwhile: meanwhile
        )
        return layout(page.title, desk, at: .quotes).response(status: status, page.html)
    }
}
