import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// « Facturer »: the draft of the invoice, with the quote's lines.
    func invoiceQuote(_ desk: Desk, _ id: Int64) throws -> Response {
        let invoice = try InvoiceQuote(companyID: desk.companyID, quoteID: id).run(in: office)
        return .done(.invoiceDrafted, at: "/factures/\(invoice)")
    }

    /// « Facturer un acompte ».
    func invoiceDepositForm(_ desk: Desk, _ id: Int64) throws -> Response {
        let quote = try quote(desk, id)
        guard quote.state(on: today) == .accepted else { return .redirect(to: "/devis/\(id)") }
        return try depositPage(desk, quote, share: "30", amount: "", key: .random(from: office.outside), messages: [:])
    }

    func invoiceDeposit(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let quote = try quote(desk, id)
        guard let sent = try reader.sentQuote(id) else { throw NotFound() }
        let deposits = QuotedDeposits(of: sent, by: try company(desk).seller)
        let (share, amount) = (visit.form["share"] ?? "", visit.form["amount"] ?? "")
        let key = visit.form.key(in: office.outside)
        switch DepositInput.read(visit.form, of: deposits) {
        case .wrong(let messages):
            return try depositPage(desk, quote, share: share, amount: amount, key: key, messages: messages, status: 422)
        case .sound(let asked):
            do {
                let invoice = try InvoiceDeposit(
                    companyID: desk.companyID,
                    quoteID: id,
                    amount: asked.amount,
                    key: asked.key
                )
                .run(in: office)
                return .done(.invoiceDrafted, at: "/factures/\(invoice)")
            } catch QuoteRefusal.depositOutOfRange {
                let field = amount.trimmed.isEmpty ? "share" : "amount"
                let messages = [field: QuoteRefusal.depositOutOfRange.french]
                return try depositPage(
                    desk,
                    quote,
                    share: share,
                    amount: amount,
                    key: key,
                    messages: messages,
                    status: 422
                )
            }
        }
    }

    private func depositPage(
        _ desk: Desk,
        _ quote: Quote,
        share: String,
        amount: String,
        key: Token,
        messages: [String: String],
        status: Int = 200
    ) throws -> Response {
        guard let sent = try reader.sentQuote(quote.id) else { throw NotFound() }
        let seller = try company(desk).seller
        let deposits = QuotedDeposits(of: sent, by: seller)
        let taken = try reader.taken(by: try reader.invoices(ofQuote: quote.id), of: deposits)
        let most = deposits.most(besides: taken)
        let tax = deposits.change == nil ? "TTC" : deposits.change == .beginsVAT ? "HT" : "sans TVA"
        let body: HTML = """
            <h1>Facturer un acompte</h1>
            \(formAlert(messages))
            <form method="post" action="/devis/\(quote.id)/acompte" class="sheet narrow" novalidate>
            \(formToken(desk.member))\(KeyField.html(key.text))
            \(seller.charging(sent.document.lines).noticeOfQuote)
            <p class="lead">Devis <span class="number">\(sent.number.text)</span> de <strong>\(quote.total.french)</strong>\
            \(if: taken > .zero, ", dont \(taken.french) d’acomptes déjà demandés").\
            \(if: deposits.disbursed > .zero, " L’acompte porte sur \(deposits.depositable.french)\u{A0}: un débours (\(deposits.disbursed.french) ici) se facture une fois payé, sans acompte.")</p>
            <div class="pair even">
            \(FormField("share", "Part du devis, en %", value: share, message: messages["share"], kind: .decimal,
                limit: 6).html)
            \(FormField("amount", "Ou montant \(tax), en euros", value: amount, message: messages["amount"],
                kind: .decimal, hint: "S’il est rempli, c’est lui qui compte.", limit: 20).html)
            </div>
            <p class="hint">Un acompte laisse un solde à facturer\u{A0}: \(most > .zero ? "\(most.french) au plus" : "il n’en reste plus à demander"). \
            Pour tout demander d’avance, revenez au devis et choisissez «\u{A0}Facturer\u{A0}».</p>
            <p class="hint">Un brouillon de facture d’acompte est créé. Une fois l’acompte réglé, la facture du solde le déduira.</p>
            <p class="actions"><button class="button">Créer la facture d’acompte</button>
            <a href="/devis/\(quote.id)">Revenir au devis</a></p>
            </form>
            """
        return layout("Facturer un acompte", desk, at: .quotes).response(status: status, body)
    }
}

/// What stands in the form of a deposit: a share of the quote, or an amount.
enum DepositInput {
    /// What is asked, or what is wrong with it.
    static func read(_ form: Form, of deposits: QuotedDeposits) -> Reading<(amount: Cents, key: Token)> {
        var typed = Typed(form)
        let key = typed.key(of: form)
        let share = typed.value("share", "Un pourcentage, au plus 100.") { Discount($0) }
        let amount = typed.value("amount", "Indiquez un montant, par exemple 150,00.") { Cents(euros: $0) }
        guard typed.isSound, let key else { return .wrong(typed.messages) }
        if let amount { return .sound((amount, key)) }
        if let share { return .sound((deposits.amount(ofHundredthsOfPercent: share.hundredthsOfPercent), key)) }
        return .wrong(["share": "Indiquez un pourcentage ou un montant."])
    }
}
