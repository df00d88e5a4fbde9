import Accounting
import French
import Invoicing
import Store
import Web

/// The invoice editor: the form, and the totals of what it says.
struct EditorPage {
    let desk: Desk
    let invoiceID: Int64?
    let seller: Seller
    let client: ClientField
    let catalogue: CatalogueField
    /// Paid deposits that no invoice takes off, and those this draft would.
    let deposits: [Deposit]
    let input: DraftInput
    let messages: [String: String]
    /// What there is to know about the draft's amount, if something.
    let notice: HTML?
    /// The totals, when every line can be read.
    let totals: Totals?
    /// The sentences that the law wants, which nobody types.
    let mentions: [String]
    /// When it was saved: "à 14:02".
    let savedAt: String?
    /// What another window did meanwhile.
    let meanwhile: Meanwhile?

    var html: HTML {
        """
        <h1>\(title)</h1>
        \(notice)
        \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">\(messages["lines"] ?? "Vérifiez les champs signalés ci-dessous.")</p>")
        <form method="post" action="/factures/\(invoiceID.map(String.init) ?? "nouvelle")" class="editor" novalidate>
        \(formToken(desk.member))\(if: invoiceID != nil, SeenField.html(input.seen))
        <button class="unseen" name="action" value="compute" tabindex="-1" aria-hidden="true">Calculer</button>
        <div class="sheet">
        \(meanwhile?.html)
        \(head)
        \(LineFields(lines: input.lines, seller: seller, messages: messages).html)
        \(catalogue.html)
        <p class="actions"><button class="quiet" name="action" value="add">Ajouter une ligne</button>
        <button class="quiet" name="action" value="compute">Recalculer</button></p>
        \(if: !deposits.isEmpty, deductions)
        \(if: !mentions.isEmpty, "<section class=\"also\"><h2>Mentions ajoutées d’office</h2><ul class=\"hint\">\(mentions.map { "<li>\($0)</li>" as HTML })</ul></section>")
        </div>
        \(options.html)
        </form>
        \(invoiceID.map(removal))
        """
    }

    private var title: String {
        if invoiceID != nil { return "Modifier le brouillon" }
        return input.kind == InvoiceKind.deposit.rawValue ? "Nouvelle facture d’acompte" : "Nouvelle facture"
    }

    private var head: HTML {
        """
        \(client.html)
        <div class="pair even">
        \(FormChoice("kind", "Sorte", options: InvoiceKind.allCases.map { (value: $0.rawValue, label: $0.french) },
                selected: input.kind, message: messages["kind"]).html)
        \(FormField("purchase_order", "Bon de commande du client", value: input.purchaseOrder,
                message: messages["purchase_order"], limit: 100).html)
        </div>
        \(FormField("subject", "Objet", value: input.subject, message: messages["subject"]).html)
        <div class="pair even">
        \(FormField("supplied_on", "Date de la prestation", value: input.suppliedOn, message: messages["supplied_on"],
                kind: .date, limit: 10).html)
        \(FormField("payment_term_days", "Délai de paiement, en jours", value: input.paymentTermDays,
                message: messages["payment_term_days"], limit: 3, isRequired: true).html)
        </div>
        """
    }

    /// The deposits that the client has paid, to take off.
    private var deductions: HTML {
        let boxes: [HTML] = deposits.map { deposit in
            let id = String(deposit.invoiceID)
            return """
                <li><label class="box"><input type="checkbox" name="deposit" value="\(id)" data-cents="\(deposit.deducted.amount.value)"\
                \(if: input.deposits.contains(id), " checked")> Acompte \(deposit.deducted.number.text) du \
                \(deposit.deducted.issuedOn.frenchShort), \(deposit.deducted.amount.french)\u{A0}: \(deposit.clientName)</label></li>
                """
        }
        return """
            <fieldset class="deposits"><legend>Acomptes à déduire</legend><ul>\(boxes)</ul></fieldset>
            """
    }

    private var options: EditorOptions {
        let chosen = deposits.filter { input.deposits.contains(String($0.invoiceID)) }
        let isDeposit = input.kind == InvoiceKind.deposit.rawValue
        return EditorOptions(
            invoiceID: invoiceID,
            totals: EditorTotals(
                isUnderFranchise: seller.isUnderFranchise,
                totals: totals,
                deducted: deposits.isEmpty ? nil : isDeposit ? .zero : chosen.map(\.deducted.amount).sum,
                dueName: "Net à payer"
            ),
            savedAt: meanwhile == nil ? savedAt : nil
        )
    }

    /// The form of the button « Supprimer le brouillon », which stands in the editor's own.
    private func removal(_ id: Int64) -> HTML {
        "<form method=\"post\" action=\"/factures/\(id)/supprimer\" id=\"removal\">\(formToken(desk.member))</form>"
    }
}
