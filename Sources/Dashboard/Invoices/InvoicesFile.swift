import Accounting
import French
import Invoicing
import Store
import Web

extension Dashboard {
    /// The invoices of the selection that one sees, as a table for spreadsheets.
    func invoicesFile(_ desk: Desk, _ visit: Visit) throws -> Response {
        let query = InvoiceListQuery(visit.request.query)
        if let id = query.clientID { _ = try knownClient(desk, id) }
        var table = CSV([
            "Numéro", "Client", "Objet", "Émise le", "Échéance", "Montant TTC", "Encaissé", "Reste à encaisser",
            "Statut",
            "Mode de règlement", "Payée le",
        ])
        var (place, count): (ListPlace?, Int) = (nil, 0)
        repeat {
            let page = try reader.invoices(query.selection(on: today), of: desk.companyID, at: place, limit: 1_000)
            for summary in page.rows { table.add(cells(summary)) }
            (place, count) = (page.next, count + page.rows.count)
            if count >= Self.fileLimit, place != nil { return tooMany(desk, query) }
        } while place != nil
        return table.response(named: "factures-\(today.iso).csv")
    }

    /// As many invoices as a file holds, so that no responder needs much memory.
    private static let fileLimit = 20_000

    private func cells(_ summary: InvoiceSummary) -> [CSV.Cell] {
        let invoice = summary.invoice
        return [
            .text(invoice.number ?? ""), .text(summary.clientName), .text(invoice.subject),
            .value(invoice.issuedOn?.frenchShort ?? ""), .value(invoice.dueOn?.frenchShort ?? ""),
            .value(invoice.total.euros), .value(invoice.paid.euros), .value(invoice.state.due.euros),
            .value(invoice.status(on: today).forSeller.word), .value(invoice.means?.rawValue ?? ""),
            .value(invoice.paidOn?.frenchShort ?? ""),
        ]
    }

    private func tooMany(_ desk: Desk, _ query: InvoiceListQuery) -> Response {
        let body: HTML = """
            <h1>Export des factures</h1>
            <div class="empty"><p>Cette sélection compte plus de \(Self.fileLimit.french) factures.</p>
            <p><a href="\(query.address())">Revenez à la liste</a> et choisissez une période plus courte\u{A0}: un fichier par mois \
            ou par trimestre.</p></div>
            """
        return layout("Export des factures", desk, at: .invoices).response(status: 422, body)
    }
}
