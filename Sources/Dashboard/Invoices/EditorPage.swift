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
    let clients: [Client]
    let input: DraftInput
    let messages: [String: String]
    /// The totals, when every line can be read.
    let totals: Totals?
    let notice: String?

    var html: HTML {
        """
        <h1>\(invoiceID == nil ? "Nouvelle facture" : "Modifier le brouillon")</h1>
        \(notice.map { "<p class=\"notice\" role=\"status\">\($0)</p>" as HTML })
        \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">\(messages["lines"] ?? "Vérifiez les champs signalés ci-dessous.")</p>")
        <form method="post" action="/factures/\(invoiceID.map(String.init) ?? "nouvelle")" class="editor" novalidate>
        \(formToken(desk.member))
        <div class="sheet">
        \(head)
        \(lines)
        <p class="actions"><button class="quiet" name="action" value="add">Ajouter une ligne</button>
        <button class="quiet" name="action" value="compute">Recalculer</button></p>
        </div>
        <aside class="options" aria-label="Total et enregistrement">
        \(summary)
        <button class="button" name="action" value="finalise">Finaliser et envoyer</button>
        <button class="quiet" name="action" value="save">Enregistrer le brouillon</button>
        <a href="/factures">Annuler</a>
        </aside>
        </form>
        \(invoiceID.map(removal))
        """
    }

    private var head: HTML {
        let options = [("", "Choisir un client")] + clients.map { (String($0.id), $0.buyer.name) }
        return """
            <div class="beside">
            \(FormChoice("client", "Client", options: options.map { (value: $0.0, label: $0.1) },
                selected: input.clientID, message: messages["client"]).html)
            <a href="/clients/nouveau">Nouveau client</a>
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

    private var lines: HTML {
        let rows: [HTML] = input.lines.enumerated().map { row, line in
            """
            <fieldset class="line"><legend>Ligne \(row + 1)</legend>
            \(cell("designation", row, "Désignation", line.designation, limit: 1_000))
            \(cell("quantity", row, "Quantité", line.quantity, limit: 20))
            \(cell("unit", row, "Unité", line.unit, limit: 20))
            \(cell("price", row, "Prix unitaire HT", line.price, limit: 20))
            \(if: !seller.isUnderFranchise, rate(row, line))
            </fieldset>
            """
        }
        return "<div class=\"lines\">\(rows)</div>"
    }

    private func cell(_ name: String, _ row: Int, _ label: String, _ value: String, limit: Int) -> HTML {
        let id = "\(name)-\(row)"
        let message = messages[id]
        return """
            <div class="field \(name)\(if: message != nil, " wrong")"><label for="\(id)">\(label)</label>
            <input id="\(id)" name="\(name)" value="\(value)" maxlength="\(limit)" autocomplete="off"\
            \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"\(id)-message\"")>
            \(message.map { "<p class=\"error\" id=\"\(id)-message\">\($0)</p>" as HTML })</div>
            """
    }

    private func rate(_ row: Int, _ line: DraftInput.Line) -> HTML {
        let message = messages["vat-\(row)"]
        let options: [HTML] = VATRate.allCases.map { rate in
            "<option value=\"\(rate.rawValue)\"\(if: line.vat == String(rate.rawValue), " selected")>\(rate.text)</option>"
        }
        return """
            <div class="field vat\(if: message != nil, " wrong")"><label for="vat-\(row)">TVA</label>
            <select id="vat-\(row)" name="vat"\
            \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"vat-\(row)-message\"")>\(options)</select>
            \(message.map { "<p class=\"error\" id=\"vat-\(row)-message\">\($0)</p>" as HTML })</div>
            """
    }

    private var summary: HTML {
        guard let totals else { return "<p class=\"total\">Total\u{A0}: –</p>" }
        return """
            <dl class="totals">
            \(if: !seller.isUnderFranchise, "<dt>Total HT</dt><dd>\(totals.net.french)</dd><dt>TVA</dt><dd>\(totals.tax.french)</dd>")
            <dt class="due">Net à payer</dt><dd class="due">\(totals.gross.french)</dd>
            </dl>
            \(if: seller.isUnderFranchise, "<p class=\"hint\">TVA non applicable, art. 293 B du CGI</p>")
            """
    }

    private func removal(_ id: Int64) -> HTML {
        """
        <form method="post" action="/factures/\(id)/supprimer" class="removal">\(formToken(desk.member))
        <button class="danger">Supprimer le brouillon</button></form>
        """
    }
}
