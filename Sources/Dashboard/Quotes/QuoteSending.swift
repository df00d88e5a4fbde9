import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// « Envoyer »: by mail from NeedMe, or by oneself; a draft is numbered and frozen by it.
    func sendQuoteForm(_ desk: Desk, _ id: Int64) throws -> Response {
        let matter = try quoteMatter(desk, id)
        let input = LetterInput(
            matter.template,
            subject: QuoteLetter.subject,
            message: QuoteLetter.text,
            to: matter.client.buyer.email,
            key: .random(from: office.outside)
        )
        return sendQuotePage(desk, matter, input)
    }

    func sendQuote(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let matter = try quoteMatter(desk, id)
        let typed = LetterInput(visit.form, in: office.outside)
        let seen = visit.form.seen ?? .unknown
        do {
            if visit.form["mode"] == "manuel" {
                try SendQuote(companyID: desk.companyID, quoteID: id, mail: nil, seen: seen).run(in: office)
                return .done(.quoteMarkedAsSent, at: "/devis/\(id)")
            }
            switch LetterInput.read(visit.form, matter.template) {
            case .wrong(let messages):
                return sendQuotePage(desk, matter, typed, messages: messages, status: 422)
            case .sound(let mail) where visit.form["mode"] == "apercu":
                return sendQuotePage(desk, matter, typed, preview: mail.letter)
            case .sound(let mail):
                let mail = SendQuote.Mail(letter: mail.letter, key: mail.key)
                try SendQuote(companyID: desk.companyID, quoteID: id, mail: mail, seen: seen).run(in: office)
                return .done(.mailed, at: "/devis/\(id)")
            }
        } catch {
            guard let problem = problem(error, id) else { throw error }
            return sendQuotePage(desk, matter, typed, problem: problem, status: 422)
        }
    }

    /// What keeps it from being sent, if that is for the freelancer to mend.
    private func problem(_ error: any Error, _ id: Int64) -> HTML? {
        switch error {
        case IssueRefusal.incomplete(let missing):
            let items: [HTML] = missing.map { "<li>\($0.french)</li>" }
            return "Il manque des mentions obligatoires\u{A0}: <ul>\(items)</ul>"
        case let refusal as IssueRefusal: return "\(refusal.frenchOfQuote)"
        case let refusal as TooManyMails: return "\(refusal.french)"
        case QuoteRefusal.validityPassed:
            return "\(QuoteRefusal.validityPassed.french) <a href=\"/devis/\(id)#valid_until\">Date de validité</a>"
        default: return nil
        }
    }

    private func quoteMatter(_ desk: Desk, _ id: Int64) throws -> QuoteMatter {
        let quote = try quote(desk, id)
        guard let client = try reader.client(quote.clientID, of: desk.companyID) else { throw NotFound() }
        let seller = try company(desk).seller
        let draft = quote.state(on: today) == .draft ? try reader.savedQuote(id, of: desk.companyID) : nil
        return QuoteMatter(
            quote: quote,
            seen: draft.map { Edition(of: $0.with(lines: seller.charging($0.lines).decided)) },
            client: client,
            seller: seller.tradeName ?? seller.name,
            isRefused: try reader.refusesMail(client: quote.clientID, of: desk.companyID)
        )
    }

    private func sendQuotePage(
        _ desk: Desk,
        _ matter: QuoteMatter,
        _ input: LetterInput,
        messages: [String: String] = [:],
        problem: HTML? = nil,
        preview: CoveringLetter? = nil,
        status: Int = 200
    ) -> Response {
        let quote = matter.quote
        let isDraft = matter.seen != nil
        let title = "Envoyer le devis" + (quote.number.map { " " + $0 } ?? "")
        let mail = LetterForm(
            desk: desk,
            path: "/devis/\(quote.id)/envoyer",
            input: input,
            messages: messages,
            document: "le devis",
            file: (quote.number ?? "Devis") + ".pdf",
            names: matter.template.names,
            seller: matter.seller,
            refusedBy: matter.isRefused ? quote.clientID : nil,
            preview: preview
        )
        let body: HTML = """
            <h1>\(title)</h1>
            \(formAlert(messages))
            \(problem.map { "<div class=\"alert\" role=\"alert\">\($0)</div>" as HTML })
            <form method="post" action="/devis/\(quote.id)/envoyer" class="sheet" novalidate>
            \(formToken(desk.member))\(KeyField.html(input.key))\(matter.seen.map { SeenField.html($0.text) })
            <p class="lead">Devis de <strong>\(quote.total.french)</strong> pour <strong>\(matter.client.buyer.name)</strong>, valable \
            jusqu’au \(quote.validUntil.frenchLong).</p>
            \(if: isDraft, "<p>Il prendra le prochain numéro de la série et <strong>ne pourra plus être modifié</strong>. Dans l’e-mail, \(SendQuote.numberPlace) sera remplacé par ce numéro.</p>")
            \(mail.html)
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

/// What the sending of a quote is about.
private struct QuoteMatter {
    let quote: Quote
    /// What the draft says that would be frozen by being sent; nil when it is frozen.
    let seen: Edition?
    let client: Client
    /// The name that the client knows.
    let seller: String
    /// True when the client's address has refused our last mail.
    let isRefused: Bool

    var template: LetterTemplate {
        LetterTemplate(
            quote: quote.number,
            amount: quote.total,
            validUntil: quote.validUntil,
            client: client.buyer.name,
            subject: quote.subject,
            seller: seller
        )
    }
}
