import Accounting
import French
import Invoicing
import Payments
import Store
import Web

/// The form of a credit note: everything, an amount, or some of some lines.
struct CreditNoteForm {
    let desk: Desk
    let invoice: Invoice
    let issued: IssuedInvoice
    /// What no credit note has taken back yet.
    let rest: Cents
    /// The money that went back at Stripe, if it answers any.
    let reversal: ReversalRecord?
    let input: CreditNoteInput
    let messages: [String: String]

    var html: HTML {
        """
        \(formAlert(messages, of: CreditNoteInput.whole))
        <form method="post" action="/factures/\(invoice.id)/avoir" class="sheet" novalidate>
        \(formToken(desk.member))\(KeyField.html(input.key))
        \(reversal.map { "<input type=\"hidden\" name=\"retour\" value=\"\($0.id)\">" as HTML })
        <p class="lead">\(issued.kind.french) <span class="number">\(issued.number.text)</span> de \
        <strong>\(invoice.total.french)</strong>\u{A0}; \(rest.french) peuvent encore faire l’objet d’un avoir.</p>
        \(reversal.map(answer))
        \(reversal == nil ? choices : amountField)
        \(FormField("reason", "Motif", value: input.reason, message: messages["reason"], isRequired: true).html)
        <p>L’avoir prendra le prochain numéro de sa série et <strong>ne pourra plus être modifié</strong>.\
        \(if: reversal == nil, " Il n’inscrit rien au registre\u{A0}: une recette n’en est retirée que si l’argent a été rendu.")</p>
        <p class="actions"><button class="button">Créer l’avoir</button>
        <a href="/factures/\(invoice.id)">Revenir à la facture</a></p>
        </form>
        """
    }

    private var amountField: HTML {
        FormField(
            "amount",
            "Montant de l’avoir TTC, en euros",
            value: input.amount,
            message: messages["amount"],
            kind: .decimal,
            hint: reversal == nil ? "Tout ce qui reste\u{A0}: la facture est annulée." : nil,
            limit: 20,
            isRequired: true
        ).html
    }

    private var choices: HTML {
        """
        <fieldset class="scope"><legend>Ce que l’avoir reprend</legend>
        \(choice(.all, "Toute la facture\(if: rest < invoice.total, ", ou ce qu’il en reste")\u{A0}: \(rest.french). La facture est annulée."))
        \(choice(.amount, "Un montant"))
        <div class="part">\(amountField)\(if: issued.totals.disbursed > .zero, Self.aboutDisbursements)</div>
        \(choice(.lines, "Une quantité de certaines lignes"))
        <div class="part">\(lines)</div>
        </fieldset>
        """
    }

    private static let aboutDisbursements: HTML = """
        <p class="hint">Le montant se prend d’abord sur vos prestations\u{A0}: un débours ne se réduit que par sa ligne, ou quand il ne \
        reste que lui.</p>
        """

    private func choice(_ mode: CreditNoteInput.Mode, _ label: HTML) -> HTML {
        """
        <p><label class="box"><input type="radio" name="portee" value="\(mode.rawValue)"\(if: input.mode == mode, " checked")> \
        <span>\(label)</span></label></p>
        """
    }

    private var lines: HTML {
        let rows: [HTML] = issued.lines.enumerated().map { place, line in
            let name = CreditNoteInput.quantityField(place)
            let message = messages[name]
            return """
                <div class="field\(if: message != nil, " wrong")"><label for="\(name)">\(line.designation.firstLine)</label>
                <p class="hint" id="\(name)-hint">Quantité reprise, sur \(line.quantity.french)\(if: !line.unit.isEmpty, "\u{A0}\(line.unit)") à \(line.unitPrice.french)\u{A0}\(line.isDisbursement ? "(débours)" : "HT")</p>
                <input id="\(name)" name="\(name)" inputmode="decimal" value="\(input.quantities[place] ?? "")" maxlength="20" autocomplete="off" \
                aria-describedby="\(name)-hint\(if: message != nil, " \(name)-message")"\(if: message != nil, " aria-invalid=\"true\"")>
                \(message.map { "<p class=\"error\" id=\"\(name)-message\">\($0)</p>" as HTML })</div>
                """
        }
        return "\(rows)\(messages["lines"].map { "<p class=\"error\">\($0)</p>" as HTML })"
    }

    private func answer(_ reversal: ReversalRecord) -> HTML {
        """
        <p class="notice">Cet avoir répond \(reversal.kind == .refund ? "au remboursement" : "au litige perdu") de \
        \(reversal.amount.french) du \(reversal.beganOn.frenchLong) chez Stripe. Une ligne négative de \(reversal.amount.french) \
        sera inscrite à cette date dans votre registre des recettes.</p>
        """
    }
}

extension String {
    fileprivate var firstLine: String { split(separator: "\n").first.map(String.init) ?? self }
}
