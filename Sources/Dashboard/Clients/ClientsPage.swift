import Invoicing
import Store
import Web

extension Dashboard {
    func clients(_ desk: Desk) throws -> Response {
        let clients = try reader.clients(of: desk.companyID)
        let body: HTML = """
            <div class="head"><h1>Clients</h1><a class="button" href="/clients/nouveau">Nouveau client</a></div>
            \(clients.isEmpty ? empty : table(clients))
            """
        return layout("Clients", desk, at: .clients).response(body)
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
