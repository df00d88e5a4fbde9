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
        return try quoteEditor(desk, nil, input, company, ClientPick(clientID: input.clientID))
    }

    /// The editor of a quote that was saved.
    func quoteDraft(_ desk: Desk, _ quote: Quote) throws -> Response {
        let company = try company(desk)
        guard let saved = try reader.savedQuote(quote.id, of: desk.companyID) else { throw NotFound() }
        let charged = company.seller.charging(saved.lines)
        let input = QuoteInput(saved, charged.lines, vat: company.seller.usualVAT)
        let pick = ClientPick(clientID: input.clientID)
        let notice = charged.notice()
        return try quoteEditor(desk, quote.id, input, company, pick, lines: charged.lines, notice: notice)
    }

    func saveQuote(_ desk: Desk, _ visit: Visit, _ id: Int64?) throws -> Response {
        if let id { _ = try quote(desk, id) }
        let company = try company(desk)
        let action = visit.form["action"] ?? "save"
        let pick = try pick(desk, visit.form, action)
        let form = visit.form.with(client: pick.clientID)
        var input = QuoteInput(form)
        let reading = QuoteInput.read(form, seller: company.seller, today: today)
        if pick.isStuck || ClientPick.actions.contains(action) {
            return try quoteEditor(desk, id, input, company, pick, status: pick.isStuck ? 422 : 200)
        }
        if action == "add" {
            input.lines.append(DraftInput.Line(vat: company.seller.usualVAT.formValue))
            return try quoteEditor(desk, id, input, company, pick)
        }
        switch reading {
        case .wrong(let messages):
            return try quoteEditor(desk, id, input, company, pick, messages: messages, status: 422)
        case .sound(let quote) where action == "compute":
            return try quoteEditor(desk, id, input, company, pick, lines: quote.lines)
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

    private func quoteEditor(
        _ desk: Desk,
        _ id: Int64?,
        _ input: QuoteInput,
        _ company: Company,
        _ pick: ClientPick,
        lines: [InvoiceLine]? = nil,
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
            totals: lines.map { Totals(of: $0) },
            notice: notice,
            meanwhile: meanwhile
        )
        return layout(page.title, desk, at: .quotes).response(status: status, page.html)
    }
}

/// The editor of a quote: the form, and the totals of what it says.
struct QuoteEditor {
    let desk: Desk
    let quoteID: Int64?
    let seller: Seller
    let client: ClientField
    let input: QuoteInput
    let messages: [String: String]
    /// The totals, when every line can be read.
    let totals: Totals?
    /// What there is to know about the amount, if something.
    let notice: HTML?
    /// What another window did meanwhile.
    let meanwhile: Meanwhile?

    var title: String { quoteID == nil ? "Nouveau devis" : "Modifier le devis" }

    var html: HTML {
        """
        <h1>\(title)</h1>
        \(notice)
        \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">\(messages["lines"] ?? "Vérifiez les champs signalés ci-dessous.")</p>")
        <form method="post" action="/devis/\(quoteID.map(String.init) ?? "nouveau")" class="editor" novalidate>
        \(formToken(desk.member))\(if: quoteID != nil, SeenField.html(input.seen))
        <button class="unseen" name="action" value="compute" tabindex="-1" aria-hidden="true">Calculer</button>
        <div class="sheet">
        \(meanwhile?.html)
        \(head)
        \(LineFields(lines: input.lines, seller: seller, messages: messages).html)
        <p class="actions"><button class="quiet" name="action" value="add">Ajouter une ligne</button>
        <button class="quiet" name="action" value="compute">Recalculer</button></p>
        \(FormArea("conditions", "Conditions", value: input.conditions, message: messages["conditions"],
            hint: "Délai, acompte, ce qui n’est pas compris… Elles figurent sous le devis.", limit: 2_000, rows: 4, isRequired: false).html)
        </div>
        <aside class="options" aria-label="Total et enregistrement">
        \(summary)
        <button class="button" name="action" value="send">Finaliser et envoyer</button>
        <button class="quiet" name="action" value="save">Enregistrer le brouillon</button>
        <a href="/devis">Annuler</a>
        </aside>
        </form>
        \(quoteID.map(removal))
        """
    }

    private var head: HTML {
        """
        \(client.html)
        \(FormField("subject", "Objet", value: input.subject, message: messages["subject"]).html)
        <div class="pair even">
        \(FormField("valid_until", "Valable jusqu’au", value: input.validUntil, message: messages["valid_until"],
                kind: .date, limit: 10, isRequired: true).html)
        \(FormField("reference", "Référence du client", value: input.reference, message: messages["reference"],
                limit: 100).html)
        </div>
        """
    }

    private var summary: HTML {
        guard let totals else { return "<p class=\"total\">Total\u{A0}: –</p>" }
        return """
            <dl class="totals">
            \(if: !seller.isUnderFranchise, "<dt>Total HT</dt><dd>\(totals.supplied.french)</dd><dt>TVA</dt><dd>\(totals.tax.french)</dd>")
            \(if: totals.disbursed > .zero, "<dt>Débours</dt><dd>\(totals.disbursed.french)</dd>")
            <dt class="due">Montant du devis</dt><dd class="due">\(totals.gross.french)</dd>
            </dl>
            \(if: seller.isUnderFranchise, "<p class=\"hint\">TVA non applicable, art. 293 B du CGI</p>")
            """
    }

    private func removal(_ id: Int64) -> HTML {
        """
        <form method="post" action="/devis/\(id)/supprimer" class="removal">\(formToken(desk.member))
        <button class="danger">Supprimer le brouillon</button></form>
        """
    }
}
