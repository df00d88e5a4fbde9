import Accounting
import French
import Invoicing
import Store
import Web

/// An invoice in the list, with what can be done from there.
struct InvoiceRow {
    let desk: Desk
    let summary: InvoiceSummary
    let today: Day

    private var invoice: Invoice { summary.invoice }
    private var name: String { invoice.number ?? "Brouillon" }

    var html: HTML {
        """
        <tr><th scope="row" class="number"><a href="/factures/\(invoice.id)">\(name)</a></th>
        <td class="client words">\(summary.clientName)</td>
        <td data-label="Émise le">\(invoice.issuedOn?.frenchShort ?? "–")</td>\
        <td data-label="Échéance"><span>\(invoice.dueOn?.frenchShort ?? "–")\(lateness)</span></td>
        <td class="amount">\(invoice.total.french)</td>\
        <td class="status">\(statusChip(status.forSeller)) \(RefundSection.chip(summary.owedBack))\
        \(invoice.means.map { " <span class=\"hint\">\($0.rawValue)</span>" as HTML })</td>
        <td class="actions">\(menu)</td></tr>
        """
    }

    private var status: InvoiceStatus { invoice.status(on: today) }

    private var lateness: HTML? {
        guard case .overdue(let days) = status else { return nil }
        return " <span class=\"hint\">depuis \(days)\u{A0}j</span>"
    }

    private var menu: HTML {
        """
        <details class="profile more"><summary aria-label="Actions\u{A0}: \(name), \(summary.clientName)">⋯</summary><div class="menu">
        \(links.map { "<a href=\"/factures/\(invoice.id)\($0.path)\">\($0.label)</a>" as HTML })
        <form method="post" action="/factures/\(invoice.id)/dupliquer">\(formToken(desk.member))<button>Dupliquer</button></form>
        </div></details>
        """
    }

    /// What its state allows.
    private var links: [(path: String, label: String)] {
        if invoice.state == .draft { return [("", "Modifier"), ("/finaliser", "Finaliser et envoyer")] }
        let isCancelled = if case .cancelled = invoice.state { true } else { false }
        let all: [(isAllowed: Bool, path: String, label: String)] = [
            (true, "", "Voir"),
            (!isCancelled, "/envoyer", invoice.delivery == .toSend ? "Envoyer" : "Envoyer de nouveau"),
            (invoice.reminderStep(on: today) != nil, "#relances", "Relancer"),
            (invoice.state.due > .zero, "/encaisser", "Enregistrer un paiement"),
            (summary.owedBack > .zero, "/rembourser", "Enregistrer un remboursement"),
            (!isCancelled, "/avoir", "Créer un avoir"),
            (true, "/facture.pdf", "Télécharger le PDF"),
        ]
        return all.filter(\.isAllowed).map { ($0.path, $0.label) }
    }
}
