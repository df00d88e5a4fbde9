import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// « Envoyer »: by mail from NeedMe, or by oneself; a draft is numbered and frozen by it.
    func sendQuoteForm(_ desk: Desk, _ id: Int64) throws -> Response {
        let quote = try quote(desk, id)
        return try sendQuotePage(desk, quote, try letter(desk, quote), messages: [:])
    }

    func sendQuote(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let quote = try quote(desk, id)
        let typed = SendInput(visit.form)
        do {
            if visit.form["mode"] == "manuel" {
                try SendQuote(companyID: desk.companyID, quoteID: id, mail: nil).run(in: office)
                return .redirect(to: "/devis/\(id)")
            }
            switch SendInput.read(visit.form) {
            case .wrong(let messages):
                return try sendQuotePage(desk, quote, typed, messages: messages, status: 422)
            case .sound(let mail):
                let mail = SendQuote.Mail(
                    recipient: mail.recipient,
                    subject: mail.subject,
                    message: mail.message,
                    key: mail.key
                )
                try SendQuote(companyID: desk.companyID, quoteID: id, mail: mail).run(in: office)
                return .redirect(to: "/devis/\(id)?envoye=oui")
            }
        } catch IssueRefusal.incomplete(let missing) {
            let items: [HTML] = missing.map { "<li>\($0.french)</li>" }
            let problem: HTML = "Il manque des mentions obligatoires\u{A0}: <ul>\(items)</ul>"
            return try sendQuotePage(desk, quote, typed, messages: [:], problem: problem, status: 422)
        } catch let refusal as IssueRefusal {
            let problem: HTML = "\(refusal.frenchOfQuote)"
            return try sendQuotePage(desk, quote, typed, messages: [:], problem: problem, status: 422)
        } catch QuoteRefusal.validityPassed {
            let problem: HTML =
                "\(QuoteRefusal.validityPassed.french) <a href=\"/devis/\(id)#valid_until\">Date de validité</a>"
            return try sendQuotePage(desk, quote, typed, messages: [:], problem: problem, status: 422)
        }
    }

    /// The letter as the freelancer finds it.
    private func letter(_ desk: Desk, _ quote: Quote) throws -> SendInput {
        let seller = try company(desk).seller
        let letter = QuoteLetter(
            number: quote.number ?? SendQuote.numberPlace,
            amount: quote.total,
            validUntil: quote.validUntil,
            seller: seller.tradeName ?? seller.name
        )
        let client = try reader.client(quote.clientID, of: desk.companyID)
        return SendInput(
            recipient: client?.buyer.email ?? "",
            subject: letter.subject,
            message: letter.text,
            key: .random(from: office.outside)
        )
    }

    private func sendQuotePage(
        _ desk: Desk,
        _ quote: Quote,
        _ input: SendInput,
        messages: [String: String],
        problem: HTML? = nil,
        status: Int = 200
    ) throws -> Response {
        let isDraft = quote.state(on: today) == .draft
        let title = "Envoyer le devis" + (quote.number.map { " " + $0 } ?? "")
        let client = try reader.client(quote.clientID, of: desk.companyID)?.buyer.name ?? ""
        let body: HTML = """
            <h1>\(title)</h1>
            \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            \(problem.map { "<div class=\"alert\" role=\"alert\">\($0)</div>" as HTML })
            <form method="post" action="/devis/\(quote.id)/envoyer" class="sheet" novalidate>
            \(formToken(desk.member))<input type="hidden" name="cle" value="\(input.key)">
            <p class="lead">Devis de <strong>\(quote.total.french)</strong> pour <strong>\(client)</strong>, valable jusqu’au \
            \(quote.validUntil.frenchLong).</p>
            \(if: isDraft, "<p>Il prendra le prochain numéro de la série et <strong>ne pourra plus être modifié</strong>.</p>")
            <fieldset><legend>Par e-mail depuis NeedMe</legend>
            \(FormField("recipient", "Destinataire", value: input.recipient, message: messages["recipient"], kind: .email,
                limit: 254, isRequired: true).html)
            \(FormField("subject", "Objet", value: input.subject, message: messages["subject"], limit: 150, isRequired: true).html)
            \(FormArea("message", "Message", value: input.message, message: messages["message"], limit: 3_000).html)
            <p class="hint">\(if: isDraft, "\(SendQuote.numberPlace) sera remplacé par le numéro. ")Le lien du devis est ajouté à la \
            fin. Les réponses de votre client vous parviennent directement.</p>
            \(desk.mailButton)
            </fieldset>
            \(isDraft ? byOneself(quote) : nil)
            </form>
            """
        return layout(title, desk, at: .quotes).response(status: status, body)
    }

    private func byOneself(_ quote: Quote) -> HTML {
        """
        <fieldset><legend>Envoi manuel</legend>
        <p>Le devis est numéroté\u{A0}; vous envoyez son lien ou son PDF par le canal de votre choix.</p>
        <p class="actions"><button name="mode" value="manuel">Créer le lien</button>
        <a href="/devis/\(quote.id)">Revenir au brouillon</a></p>
        </fieldset>
        """
    }
}
