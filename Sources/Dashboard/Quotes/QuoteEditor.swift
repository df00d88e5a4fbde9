import Accounting
import Invoicing
import Web

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
        let sums = EditorTotals(
            isUnderFranchise: seller.isUnderFranchise,
            totals: totals,
            dueName: "Montant du devis"
        )
        return """
            \(sums.html)
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
