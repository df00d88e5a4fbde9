import Accounting
import French
import Invoicing
import Store
import Web

/// The column beside a quote that was sent: what it becomes, what the client answers, how it is sent.
struct QuoteOptions {
    let desk: Desk
    let quote: Quote
    let state: QuoteState
    /// What the regime of VAT has changed since it was sent.
    let change: RegimeChange?
    let link: String
    let invoices: [QuoteInvoice]
    /// What its issued deposits ask, by the ids of their invoices.
    let asked: [Int64: Totals]
    let sending: Sending?
    /// What was typed into the form of an answer, if something was.
    let form: Form?
    let messages: [String: String]

    var html: HTML {
        """
        \(if: state == .accepted || !invoices.isEmpty, invoicing)
        \(if: awaitsAnswer, answering)
        \(files)
        \(sendingAgain)
        <section><h2>Devis semblable</h2>
        <form method="post" action="/devis/\(quote.id)/dupliquer">\(formToken(desk.member))
        <button class="quiet">Dupliquer</button></form>
        <p class="hint">Un devis envoyé ne se modifie plus\u{A0}: sa copie est un nouveau brouillon.</p></section>
        """
    }

    private var awaitsAnswer: Bool {
        switch state {
        case .sent, .seen, .expired: true
        case .draft, .accepted, .refused, .invoiced, .withdrawn: false
        }
    }

    private var invoicing: HTML {
        """
        <section><h2>Facturation</h2>
        \(if: !invoices.isEmpty, "<ul class=\"receipts\">\(invoices.map(item))</ul>")
        \(if: state == .accepted, gestures)
        </section>
        """
    }

    private func item(_ invoice: QuoteInvoice) -> HTML {
        let name = invoice.kind == .deposit ? "Acompte" : "Facture"
        return """
            <li><a href="/factures/\(invoice.invoiceID)">\(name) \(invoice.number ?? "en brouillon")</a>\
            \(if: invoice.kind == .deposit, ", \(amount(of: invoice))")\
            <span class="hint">\(invoice.standing)</span></li>
            """
    }

    /// What a deposit asks: as it was drafted, or as it was issued.
    private func amount(of deposit: QuoteInvoice) -> String {
        let unit = change == .beginsVAT ? "\u{A0}HT" : ""
        guard let totals = asked[deposit.invoiceID] else { return deposit.amount.french + unit }
        guard change == .beginsVAT, totals.net != totals.gross else { return totals.gross.french + unit }
        return "\(totals.gross.french)\u{A0}TTC (\(totals.net.french)\u{A0}HT)"
    }

    private var gestures: HTML {
        guard !invoices.contains(where: { $0.kind == .deposit && $0.isOpen }) else {
            return "<p class=\"hint\">La facture du solde se crée une fois l’acompte réglé.</p>"
        }
        let isBalance = invoices.contains { $0.kind == .deposit && !$0.isCancelled }
        return """
            <form method="post" action="/devis/\(quote.id)/facturer">\(formToken(desk.member))
            <button class="button">\(isBalance ? "Facturer le solde" : "Facturer")</button></form>
            <p class="hint">Un brouillon avec les lignes du devis\(if: isBalance, ", acomptes déduits").</p>
            <p><a class="button quiet" href="/devis/\(quote.id)/acompte">Facturer un acompte</a></p>
            """
    }

    private var answering: HTML {
        """
        <section><h2>Réponse du client</h2>
        <p class="hint">\(state == .expired ? "La date de validité est dépassée\u{A0}: la page du devis n’accepte plus de réponse." : "Votre client répond sur la page du devis\u{A0}; sa réponse vous est envoyée par e-mail.")</p>
        <details class="undo"\(if: !messages.isEmpty, " open")><summary>Noter une réponse reçue autrement</summary>
        <form method="post" action="/devis/\(quote.id)/reponse" novalidate>\(formToken(desk.member))
        \(FormField("answered_by", "Qui a répondu", value: form?["answered_by"] ?? "", message: messages["answered_by"], limit: 100,
            isRequired: true).html)
        \(FormField("answer", "Motif d’un refus", value: form?["answer"] ?? "", message: messages["answer"], limit: 1_000).html)
        <p class="actions"><button name="decision" value="accord">Noter l’accord</button>
        <button class="danger" name="decision" value="refus">Noter le refus</button></p>
        <p class="hint">Ce qui est noté ne se modifie plus.</p></form></details>
        </section>
        """
    }

    private var files: HTML {
        """
        <section><h2>PDF</h2>
        <p><a class="button quiet" href="/devis/\(quote.id)/devis.pdf">Télécharger le PDF</a></p></section>
        """
    }

    private var sendingAgain: HTML {
        """
        <section><h2>Envoyer au client</h2>
        \(sending.map { LastSending(sending: $0, path: "/devis/\(quote.id)/envoyer").html })
        \(if: awaitsAnswer, "<p><a class=\"button quiet\" href=\"/devis/\(quote.id)/envoyer\">Envoyer par e-mail</a></p>")
        <div class="field"><label for="link">Lien du devis</label>
        <input id="link" value="\(link)" readonly data-copy="le lien"></div>
        <p><a href="\(link)">Voir la page du client</a></p>
        </section>
        """
    }
}

extension QuoteInvoice {
    /// Where the invoice stands, in a few words.
    fileprivate var standing: String {
        switch invoiceState {
        case .draft: "à finaliser"
        case .open, .processing: "en attente de règlement"
        case .paid: "réglée"
        case .cancelled: "annulée par un avoir"
        }
    }
}
