import Invoicing
import Store
import Web

extension Dashboard {
    func clients(_ desk: Desk, _ visit: Visit) throws -> Response {
        let search = String((visit.request.query["q"] ?? "").trimmed.prefix(InvoiceListQuery.searchLimit))
        let place = ListPlace(visit.request.query)
        let page = try reader.clients(named: search.isEmpty ? nil : search, of: desk.companyID, at: place)
        let isNew = page.rows.isEmpty && search.isEmpty && place == nil
        let pager = Pager(previous: page.previous, next: page.next) { place in
            "/clients?" + Form((search.isEmpty ? [] : [Form.Field("q", search)]) + [place.field]).encoded
        }
        let body: HTML = """
            <div class="head"><h1>Clients</h1><a class="button" href="/clients/nouveau">Nouveau client</a></div>
            \(if: !isNew, filter(search))
            \(page.rows.isEmpty ? (isNew ? empty : notFound) : table(page.rows))
            \(pager.html)
            """
        return layout("Clients", desk, at: .clients).response(body)
    }

    private func filter(_ search: String) -> HTML {
        """
        <form class="filters" role="search" action="/clients">
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
            <td data-label="Ville">\(client.buyer.address.city)</td>\
            <td data-label="E-mail">\(client.buyer.email ?? "")</td></tr>
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
