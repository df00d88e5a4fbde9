import Accounting
import French
import Invoicing
import Store
import Web

extension Dashboard {
    /// « Avoirs »: all of them, the newest first.
    func creditNotes(_ desk: Desk, _ visit: Visit) throws -> Response {
        let page = try reader.creditNotes(of: desk.companyID, at: ListPlace(visit.request.query))
        let pager = Pager(previous: page.previous, next: page.next) { "/factures/avoirs?" + Form([$0.field]).encoded }
        let body: HTML = """
            <div class="head"><h1>Avoirs</h1><a href="/factures">Factures</a></div>
            \(page.rows.isEmpty ? noCreditNote : table(page.rows))
            \(pager.html)
            """
        return layout("Avoirs", desk, at: .invoices).response(body)
    }

    private var noCreditNote: HTML {
        """
        <div class="empty"><p>Vous n’avez pas émis d’avoir.</p>
        <p>Une facture émise ne se modifie pas\u{A0}: elle se corrige par un avoir, depuis le menu de la facture dans \
        <a href="/factures">la liste</a>.</p></div>
        """
    }

    private func table(_ notes: [CreditNoteSummary]) -> HTML {
        """
        <div class="scroll"><table class="list invoices"><caption>Vos avoirs, le plus récent d’abord</caption>
        <thead><tr><th scope="col">N°</th><th scope="col">Client</th><th scope="col">Émis le</th>\
        <th scope="col">Facture</th><th scope="col">Motif</th><th scope="col" class="amount">Montant TTC</th></tr></thead>
        <tbody>\(notes.map(row))</tbody></table></div>
        """
    }

    private func row(_ note: CreditNoteSummary) -> HTML {
        """
        <tr><th scope="row" class="number">\
        <a href="/factures/\(note.invoiceID)/avoirs/\(note.id).pdf" aria-label="\(note.number.text), PDF">\(note.number.text)</a></th>
        <td class="client words">\(note.clientName)</td>
        <td data-label="Émis le">\(note.issuedOn.frenchShort)</td>\
        <td data-label="Facture"><span><a class="number" href="/factures/\(note.invoiceID)">\(note.invoiceNumber)</a>\
        \(if: note.isTotal, " <span class=\"hint\">annulée</span>")</span></td>
        <td class="words" data-label="Motif">\(note.reason)</td>
        <td class="amount">\((-note.amount).french)</td></tr>
        """
    }
}
