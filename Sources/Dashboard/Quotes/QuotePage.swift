import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    func quotePage(_ desk: Desk, id: Int64) throws -> Response {
        let quote = try quote(desk, id)
        if quote.state(on: today) == .draft { return try quoteDraft(desk, quote) }
        return try quotePage(desk, quote)
    }

    /// « Noter la réponse » that reached the freelancer otherwise.
    func noteAnswer(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let quote = try quote(desk, id)
        var typed = Typed(visit.form)
        let name = typed.required("answered_by", "Indiquez qui vous a répondu.", limit: 100)
        let reason = typed.text("answer", limit: 1_000)
        guard typed.isSound else { return try quotePage(desk, quote, typed.messages, visit.form, status: 422) }
        let decision: QuoteDecision = visit.form["decision"] == "refus" ? .decline(reason: reason) : .accept
        try NoteAnswer(companyID: desk.companyID, quoteID: id, name: name, decision: decision).run(in: office)
        return .done(.answerNoted, at: "/devis/\(id)")
    }

    func quoteFile(_ desk: Desk, _ id: Int64) throws -> Response {
        _ = try quote(desk, id)
        guard let sent = try reader.sentQuote(id) else { throw NotFound() }
        let pdf = try RenderQuote(id: id, sent: sent).run(reader, office.press)
        return .pdf(pdf, named: sent.number.text)
    }

    private func quotePage(
        _ desk: Desk,
        _ quote: Quote,
        _ messages: [String: String] = [:],
        _ form: Form? = nil,
        status: Int = 200
    ) throws -> Response {
        guard let sent = try reader.sentQuote(quote.id), let link = try reader.link(ofQuote: quote.id) else {
            throw NotFound()
        }
        let state = quote.state(on: today)
        let invoices = try reader.invoices(ofQuote: quote.id)
        let deposits = try invoices.filter { $0.kind == .deposit }.compactMap { deposit in
            try reader.issuedInvoice(deposit.invoiceID).map { (deposit.invoiceID, $0.totals) }
        }
        let charged = try company(desk).seller.charging(sent.document.lines)
        let options = QuoteOptions(
            desk: desk,
            quote: quote,
            state: state,
            change: charged.change,
            link: "\(office.publicOrigin)/d/\(link)",
            invoices: invoices,
            asked: Dictionary(uniqueKeysWithValues: deposits),
            sending: try reader.sendings(ofQuote: quote.id).first { !$0.isCopy },
            form: form,
            messages: messages
        )
        let title = "Devis \(sent.number.text)"
        let body: HTML = """
            <div class="head"><h1>\(title)</h1>\(statusChip(state.forSeller))</div>
            \(state.awaitsInvoice ? charged.noticeOfQuote : nil)
            <div class="two">
            <div class="sheet">\(facts(quote, sent))\(DocumentLineTable(lines: sent.document.lines, caption: "Lignes du devis").html)\
            \(if: !sent.conditions.isEmpty, "<h2>Conditions</h2><p class=\"preserved\">\(sent.conditions)</p>")</div>
            <aside class="options" aria-label="Réponse, facturation et envoi">\(options.html)</aside>
            </div>
            """
        return layout(title, desk, at: .quotes).response(status: status, body)
    }

    private func facts(_ quote: Quote, _ sent: SentQuote) -> HTML {
        let sums = LegalDocument.invoice(sent.document).sums
        return """
            <dl class="facts">
            <dt>Client</dt><dd>\(sent.document.buyer.name)</dd>
            \(if: !quote.subject.isEmpty, "<dt>Objet</dt><dd>\(quote.subject)</dd>")
            \(if: !quote.reference.isEmpty, "<dt>Référence du client</dt><dd>\(quote.reference)</dd>")
            <dt>Date du devis</dt><dd>\(sent.sentOn.frenchShort)</dd>
            <dt>Valable jusqu’au</dt><dd>\(sent.validUntil.frenchShort)</dd>
            \(quote.seenAt.map { "<dt>Vu le</dt><dd>\(ParisTime($0).french)</dd>" as HTML })
            \(quote.answer.map(answer))
            \(sums.map { "<dt>\($0.label)</dt><dd>\($0.amount.french)</dd>" as HTML })
            <dt>Montant</dt><dd><strong>\(sent.total.french)</strong></dd>
            </dl>
            """
    }

    private func answer(_ answer: SentQuote.Answer) -> HTML {
        """
        <dt>\(answer.isAccepted ? "Accepté" : "Refusé") le</dt><dd>\(answer.day.frenchShort), par \(answer.name)\
        \(if: answer.isByHand, " (noté par vous)")</dd>
        \(if: !answer.reason.isEmpty, "<dt>Motif</dt><dd>\(answer.reason)</dd>")
        """
    }
}
