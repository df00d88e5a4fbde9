import Accounting
import French
import Invoicing
import Operations
import Store
import Web

/// The quote as its client sees it: the document, and beside it where it stands and how to answer.
struct SharedQuotePage {
    let shared: SharedQuote
    let token: Token
    let today: Day
    let input: QuoteAnswerInput
    let messages: [String: String]

    private var sent: SentQuote { shared.sent }
    private var state: QuoteState { shared.quote.state(on: today) }
    private var address: String { "/d/" + token.text }
    private var seller: Seller { sent.document.seller }

    var title: String { "Devis " + sent.number.text }

    var html: HTML {
        """
        <main class="two">
        <aside class="options" aria-label="Répondre et télécharger">
        <div class="first">
        <p class="from">\(seller.tradeName ?? seller.name)</p>
        <h1>Devis <span class="number">\(sent.number.text)</span></h1>
        <p class="status"><span class="chip \(word.tone)"><span aria-hidden="true">\(word.sign)</span> \(word.word)</span></p>
        <p class="sum">\(sent.total.french)</p>
        \(explanation)
        \(if: awaitsAnswer, acceptance)
        </div>
        <div class="rest">
        \(if: awaitsAnswer, refusal)
        <p><a class="button quiet" href="\(address)/devis.pdf">Télécharger en PDF</a></p>
        \(contact)
        </div>
        </aside>
        \(DocumentSheet(document: .quote(sent), logo: shared.hasLogo ? address + "/logo.png" : nil, stamp: stamp).html)
        </main>
        """
    }

    private var word: StatusWord { state.forClient }

    private var awaitsAnswer: Bool { state == .sent || state == .seen }

    private var explanation: HTML {
        switch state {
        case .draft, .sent, .seen:
            "<p class=\"hint\">Vous pouvez l’accepter jusqu’au \(sent.validUntil.frenchLong).</p>"
        case .expired:
            """
            <p class="hint">Il était valable jusqu’au \(sent.validUntil.frenchLong). S’il vous intéresse encore, demandez à \
            \(seller.tradeName ?? seller.name) de vous en envoyer un nouveau.</p>
            """
        case .withdrawn:
            """
            <p class="hint">\(seller.tradeName ?? seller.name) a fermé son compte NeedMe\u{A0}: ce devis ne peut plus être accepté \
            ni refusé ici. S’il vous intéresse encore, adressez-vous directement à l’entreprise.</p>
            """
        case .accepted, .invoiced: "<p class=\"hint\">\(answered("Accepté"))</p>"
        case .refused:
            """
            <p class="hint">\(answered("Refusé")) Si vous avez changé d’avis, demandez un nouveau devis.</p>
            """
        }
    }

    private func answered(_ word: String) -> HTML? {
        sent.answer.map { "\(word) le \($0.day.frenchLong) par \($0.name)." }
    }

    private var acceptance: HTML {
        let message = messages["accord"]
        return """
            <form method="post" action="\(address)/reponse" novalidate>
            \(FormField("nom", "Votre nom", value: isRefusing ? "" : input.name, message: messages["nom"], limit: 100,
                autocomplete: "name", isRequired: true).html)
            <div class="field\(if: message != nil, " wrong")"><label class="box"><input type="checkbox" name="accord" value="oui"\
            \(if: input.agreed, " checked")\(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"accord-message\"")> \
            Bon pour accord</label>
            \(message.map { "<p class=\"error\" id=\"accord-message\">\($0)</p>" as HTML })</div>
            <button class="button pay" name="decision" value="accord">Accepter le devis</button>
            <p class="hint">Votre nom et la date sont conservés avec le devis.</p>
            </form>
            """
    }

    private var isRefusing: Bool { input.decision == "refus" }

    private var refusal: HTML {
        """
        <details class="undo"\(if: isRefusing, " open")><summary>Refuser le devis</summary>
        <form method="post" action="\(address)/reponse" novalidate>
        \(RefusalName(value: isRefusing ? input.name : "", message: messages["nom-refus"]).html)
        \(FormArea("motif", "Motif", value: input.reason, message: messages["motif"], limit: 1_000, rows: 3).html)
        <button class="danger" name="decision" value="refus">Refuser le devis</button>
        </form></details>
        """
    }

    private var contact: HTML? {
        ContactLinks(seller: seller, subject: title).map { links in
            "<section><h2>Contacter \(seller.tradeName ?? seller.name)</h2>\(links.html)</section>"
        }
    }

    private var stamp: HTML? {
        guard let answer = sent.answer else { return nil }
        return answer.isAccepted
            ? "<p class=\"stamp\">Bon pour accord<span>le \(answer.day.frenchLong)</span></p>"
            : "<p class=\"stamp void\">Refusé<span>le \(answer.day.frenchLong)</span></p>"
    }
}

/// The name of who declines; the field of who accepts has the same name in another form.
private struct RefusalName {
    let value: String
    let message: String?

    var html: HTML {
        """
        <div class="field\(if: message != nil, " wrong")"><label for="nom-refus">Nom de la personne qui refuse</label>
        <input id="nom-refus" name="nom" value="\(value)" maxlength="100" autocomplete="name"\
        \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"nom-refus-message\"")>
        \(message.map { "<p class=\"error\" id=\"nom-refus-message\">\($0)</p>" as HTML })</div>
        """
    }
}
