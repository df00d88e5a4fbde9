import Accounting
import French
import Invoicing
import Store
import Web

extension Dashboard {
    func invoices(_ desk: Desk) throws -> Response {
        let invoices = try reader.invoices(of: desk.companyID)
        let body: HTML = """
            <div class="head"><h1>Factures</h1><a class="button" href="/factures/nouvelle">Nouvelle facture</a></div>
            \(invoices.isEmpty ? noInvoice : table(invoices))
            """
        return layout("Factures", desk, at: .invoices).response(body)
    }

    private var noInvoice: HTML {
        """
        <div class="empty"><p>Vous n’avez pas encore de facture.</p>
        <p><a href="/factures/nouvelle">Créer votre première facture</a></p></div>
        """
    }

    private func table(_ invoices: [InvoiceSummary]) -> HTML {
        """
        <div class="scroll"><table class="list invoices"><caption>Vos factures, la plus récente d’abord</caption>
        <thead><tr><th scope="col">N°</th><th scope="col">Client</th><th scope="col">Émise le</th>\
        <th scope="col">Échéance</th><th scope="col" class="amount">Montant</th><th scope="col">Statut</th>\
        <th scope="col">Mode</th></tr></thead>
        <tbody>\(invoices.map(row))</tbody></table></div>
        """
    }

    private func row(_ summary: InvoiceSummary) -> HTML {
        let invoice = summary.invoice
        return """
            <tr><th scope="row" class="number"><a href="/factures/\(invoice.id)">\(invoice.number ?? "Brouillon")</a></th>
            <td class="client">\(summary.clientName)</td>
            <td data-label="Émise le">\(invoice.issuedOn?.frenchShort ?? "–")</td>\
            <td data-label="Échéance">\(invoice.dueOn?.frenchShort ?? "–")</td>
            <td class="amount">\(invoice.total.french)</td>\
            <td class="status">\(statusChip(invoice.status(on: today).forSeller))</td>\
            <td data-label="Mode">\(invoice.means?.rawValue ?? "–")</td></tr>
            """
    }
}

/// A status as a word with its sign.
func statusChip(_ status: StatusWord) -> HTML {
    "<span class=\"chip \(status.tone)\"><span aria-hidden=\"true\">\(status.sign)</span> \(status.word)</span>"
}
