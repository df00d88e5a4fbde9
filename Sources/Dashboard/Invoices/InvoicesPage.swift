import Accounting
import French
import Invoicing
import Store
import Web

extension Dashboard {
    func invoices(_ desk: Desk, _ visit: Visit) throws -> Response {
        let query = InvoiceListQuery(visit.request.query)
        let client = try query.clientID.map { try knownClient(desk, $0) }
        let counts = try reader.invoiceCounts(of: desk.companyID, on: today)
        let cancelled = try reader.cancelledInvoiceCount(of: desk.companyID)
        let page = try reader.invoices(
            query.selection(on: today),
            of: desk.companyID,
            at: ListPlace(visit.request.query)
        )
        let rows: [HTML] = page.rows.map { InvoiceRow(desk: desk, summary: $0, today: today).html }
        let pager = Pager(previous: page.previous, next: page.next) { query.address(at: $0) }
        let body: HTML = """
            <div class="head"><h1>Factures</h1><a href="/factures/avoirs">Avoirs</a>\
            <a class="button" href="/factures/nouvelle">Nouvelle facture</a></div>
            \(if: counts.all > 0, InvoiceFilters(query: query, counts: counts, cancelled: cancelled, today: today).html)
            \(client.map { only($0, query) })
            \(rows.isEmpty ? nothing(query, counts) : table(query, rows))
            \(pager.html)
            """
        return layout("Factures", desk, at: .invoices).response(body)
    }

    /// Whose invoices are shown, and the way to all of them.
    private func only(_ client: Client, _ query: InvoiceListQuery) -> HTML {
        var others = query
        others.clientID = nil
        return """
            <p class="notice">Factures de <a href="/clients/\(client.id)">\(client.buyer.name)</a>, les plus récentes d’abord. \
            <a href="\(others.address())">Voir celles de tous les clients</a></p>
            """
    }

    private func table(_ query: InvoiceListQuery, _ rows: [HTML]) -> HTML {
        """
        <div class="scroll menus"><table class="list invoices"><caption>\(query.caption). \
        <a href="\(query.address("/factures/liste.csv"))">Exporter en CSV</a></caption>
        <thead><tr><th scope="col">N°</th><th scope="col">Client</th><th scope="col">Émise le</th>\
        <th scope="col">Échéance</th><th scope="col" class="amount">Montant TTC</th><th scope="col">Statut</th>\
        <th scope="col"><span class="unseen">Actions</span></th></tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }

    private func nothing(_ query: InvoiceListQuery, _ counts: InvoiceCounts) -> HTML {
        if counts.all == 0 {
            return """
                <div class="empty"><p>Vous n’avez pas encore de facture.</p>
                <p><a href="/factures/nouvelle">Créer votre première facture</a></p></div>
                """
        }
        if query.isNarrowed {
            return """
                <div class="empty"><p>Aucune facture ne correspond.</p>
                <p>Cherchez un numéro, un montant ou un nom de client, ou \
                <a href="\(InvoiceListQuery().with(query.chip).address())">retirez les filtres</a>.</p></div>
                """
        }
        return
            "<div class=\"empty\"><p>\(query.chip.nothing)</p><p><a href=\"/factures\">Voir toutes les factures</a></p></div>"
    }
}

extension InvoiceListQuery {
    /// What the list shows, in words.
    fileprivate var caption: String {
        let order = search.isEmpty && clientID == nil ? sort.label : "les plus récentes d’abord"
        return [
            chip.label, period.map { "émises\u{A0}: " + $0.french }, search.isEmpty ? nil : "«\u{A0}\(search)\u{A0}»",
        ]
        .compactMap(\.self).joined(separator: ", ") + "\u{A0}– " + order.lowercased()
    }
}

extension InvoiceListQuery.Chip {
    fileprivate var nothing: String {
        switch self {
        case .all: "Aucune facture."
        case .drafts: "Aucun brouillon."
        case .awaited: "Rien à encaisser pour l’instant."
        case .overdue: "Aucune facture en retard."
        case .paid: "Aucune facture payée pour l’instant."
        case .cancelled: "Aucune facture annulée."
        }
    }
}
