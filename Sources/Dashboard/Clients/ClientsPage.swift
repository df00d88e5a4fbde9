import Invoicing
import Store
import Web

extension Dashboard {
    func clients(_ desk: Desk, _ visit: Visit) throws -> Response {
        let search = String((visit.request.query["q"] ?? "").trimmed.prefix(InvoiceListQuery.searchLimit))
        let place = ListPlace(visit.request.query)
        let isArchived = visit.request.query["etat"] == "archives"
        let page = try reader.clients(
            named: search.isEmpty ? nil : search,
            of: desk.companyID,
            isArchived: isArchived,
            at: place
        )
        let hasArchived = try isArchived || reader.hasArchivedClients(desk.companyID)
        let isNew = page.rows.isEmpty && search.isEmpty && place == nil && !hasArchived
        let state = isArchived ? [Form.Field("etat", "archives")] : []
        let pager = Pager(previous: page.previous, next: page.next) { place in
            "/clients?" + Form((search.isEmpty ? [] : [Form.Field("q", search)]) + state + [place.field]).encoded
        }
        let body: HTML = """
            <div class="head"><h1>Clients</h1><a class="button" href="/clients/nouveau">Nouveau client</a></div>
            \(if: hasArchived, chips(isArchived))
            \(if: !isNew, filter(search, isArchived))
            \(page.rows.isEmpty ? (isNew ? empty : notFound) : table(page.rows))
            \(pager.html)
            """
        return layout("Clients", desk, at: .clients).response(body)
    }

    private func chips(_ isArchived: Bool) -> HTML {
        """
        <nav class="pills" aria-label="Quels clients"><ul>\
        <li><a href="/clients"\(if: !isArchived, " aria-current=\"page\"")>Actifs</a></li>\
        <li><a href="/clients?etat=archives"\(if: isArchived, " aria-current=\"page\"")>Archivés</a></li></ul></nav>
        """
    }

    private func filter(_ search: String, _ isArchived: Bool) -> HTML {
        """
        <form class="filters" role="search" action="/clients">
        \(if: isArchived, "<input type=\"hidden\" name=\"etat\" value=\"archives\">")
        <div class="field"><label for="q">Rechercher</label>
        <input id="q" name="q" type="search" value="\(search)" maxlength="\(InvoiceListQuery.searchLimit)" \
        placeholder="Nom ou adresse e-mail" autocomplete="off"></div><button>Filtrer</button>
        </form>
        """
    }

    private var notFound: HTML {
        "<div class=\"empty\"><p>Aucun client ne correspond.</p><p><a href=\"/clients\">Voir tous les clients</a></p></div>"
    }

    private var empty: HTML {
        """
        <div class="empty"><p>Vous n’avez pas encore de client.</p>
        <p><a href="/clients/nouveau">Ajouter votre premier client</a></p></div>
        """
    }

    private func table(_ clients: [Client]) -> HTML {
        let rows: [HTML] = clients.map { client in
            """
            <tr><th scope="row"><a href="/clients/\(client.id)">\(client.buyer.name)</a></th>
            <td data-label="Type">\(client.buyer.kind == .business ? "Professionnel" : "Particulier")</td>
            <td class="words" data-label="Ville">\(client.buyer.address.city)</td>\
            <td class="words" data-label="E-mail">\(client.buyer.email ?? "")</td></tr>
            """
        }
        return """
            <div class="scroll"><table class="list"><caption>Vos clients, par ordre alphabétique</caption>
            <thead><tr><th scope="col">Nom</th><th scope="col">Type</th><th scope="col">Ville</th>\
            <th scope="col">E-mail</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
