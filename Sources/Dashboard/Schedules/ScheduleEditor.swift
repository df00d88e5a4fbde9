import Accounting
import French
import Invoicing
import Store
import Web

/// The form of a schedule: what is made, and when.
struct ScheduleEditor {
    let desk: Desk
    let seller: Seller
    let client: ClientField
    let input: ScheduleInput
    let messages: [String: String]
    /// The totals, when every line can be read.
    let totals: Totals?
    /// What there is to know about the amount, if something.
    let notice: HTML?
    /// What happened while it was typed, if something.
    let meanwhile: HTML?
    /// The schedule that it takes the place of.
    let former: Int64?

    var title: String { former == nil ? "Nouvelle facture récurrente" : "Modifier la facture récurrente" }

    var html: HTML {
        """
        <h1>\(title)</h1>
        \(notice)
        \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">\(messages["lines"] ?? "Vérifiez les champs signalés ci-dessous.")</p>")
        <form method="post" action="\(former.map { "/recurrentes/\($0)/modifier" } ?? "/recurrentes/nouvelle")" class="editor" novalidate>
        \(formToken(desk.member))\(former == nil ? keyField : SeenField.html(input.seen))
        <button class="unseen" name="action" value="compute" tabindex="-1" aria-hidden="true">Calculer</button>
        <div class="sheet">
        \(meanwhile)
        \(content)
        \(LineFields(lines: input.lines, seller: seller, messages: messages).html)
        <p class="actions"><button class="quiet" name="action" value="add">Ajouter une ligne</button>
        <button class="quiet" name="action" value="compute">Recalculer</button></p>
        \(rhythm)
        </div>
        <aside class="options" aria-label="Total et enregistrement">
        \(EditorTotals(isUnderFranchise: seller.isUnderFranchise, totals: totals, dueName: "Chaque facture").html)
        <button class="button" name="action" value="save">\(former == nil ? "Créer la récurrente" : "Enregistrer")</button>
        <a href="/recurrentes\(former.map { "/\($0)" } ?? "")">Annuler</a>
        \(if: former != nil, "<p class=\"hint\">Les factures déjà faites restent telles quelles.</p>")
        </aside>
        </form>
        """
    }

    private var keyField: HTML { "<input type=\"hidden\" name=\"cle\" value=\"\(input.key)\">" }

    private var content: HTML {
        """
        \(client.html)
        \(FormField("subject", "Objet", value: input.subject, message: messages["subject"]).html)
        <div class="pair even">
        \(FormField("purchase_order", "Bon de commande du client", value: input.purchaseOrder,
                message: messages["purchase_order"], limit: 100).html)
        \(FormField("payment_term_days", "Délai de paiement, en jours", value: input.paymentTermDays,
                message: messages["payment_term_days"], limit: 3, isRequired: true).html)
        </div>
        """
    }

    private var rhythm: HTML {
        """
        <fieldset><legend>Rythme</legend>
        <div class="pair even">
        \(FormField("every", "Intervalle", value: input.every, message: messages["every"], limit: 2, isRequired: true).html)
        \(FormChoice("period", "Unité de temps", options: ScheduleInput.Unit.allCases.map { (value: $0.rawValue, label: $0.rawValue) },
            selected: input.unit).html)
        </div>
        \(FormField("first_on", "Première facture le", value: input.firstOn, message: messages["first_on"],
            kind: .date, hint: "Le 31 devient le dernier jour des mois plus courts.", limit: 10, isRequired: true).html)
        \(FormChoice("end", "Fin", options: [("jamais", "Jamais"), ("date", "Après une date"), ("nombre", "Après un nombre de factures")],
            selected: input.end).html)
        <div class="pair even">
        \(FormField("last_on", "Dernière date", value: input.lastOn, message: messages["last_on"], kind: .date, limit: 10).html)
        \(FormField("count", "Nombre de factures", value: input.count, message: messages["count"], limit: 3).html)
        </div>
        </fieldset>
        \(FormChoice("mode", "Ce que fait NeedMe", options: [("draft", "Prépare un brouillon, que vous vérifiez"),
            ("send", "Émet la facture et l’envoie par e-mail")], selected: input.mode).html)
        """
    }
}
