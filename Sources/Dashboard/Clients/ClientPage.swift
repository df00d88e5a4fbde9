import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    func clientForm(_ desk: Desk, _ id: Int64?) throws -> Response {
        guard let id else { return clientPage(desk, nil, ClientInput(), messages: [:]) }
        guard let client = try reader.client(id, of: desk.companyID) else { throw NotFound() }
        return clientPage(desk, id, ClientInput(client.buyer), messages: [:])
    }

    func saveClient(_ desk: Desk, _ visit: Visit, _ id: Int64?) throws -> Response {
        switch ClientInput.read(visit.form) {
        case .wrong(let messages):
            return clientPage(desk, id, ClientInput(visit.form), messages: messages, status: 422)
        case .sound(let buyer):
            let saved = try SaveClient(companyID: desk.companyID, clientID: id, buyer: buyer).run(in: office)
            guard saved != nil else { throw NotFound() }
            return .redirect(to: "/clients")
        }
    }

    private func clientPage(
        _ desk: Desk,
        _ id: Int64?,
        _ input: ClientInput,
        messages: [String: String],
        status: Int = 200
    ) -> Response {
        let title = id == nil ? "Nouveau client" : "Modifier le client"
        let body: HTML = """
            <h1>\(title)</h1>
            \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            <form method="post" action="/clients/\(id.map(String.init) ?? "nouveau")" class="sheet" novalidate>
            \(formToken(desk.member))
            \(fields(input, messages))
            <p class="actions"><button class="button">Enregistrer</button> <a href="/clients">Annuler</a></p>
            </form>
            \(id.map { "<p><a href=\"/entreprise/donnees/clients/\($0)/effacer\">Effacer ce client</a></p>" as HTML })
            """
        return layout(title, desk, at: .clients).response(status: status, body)
    }

    private func fields(_ input: ClientInput, _ messages: [String: String]) -> HTML {
        """
        \(FormChoice("kind", "Type de client", options: [
            (Buyer.Kind.business.rawValue, "Professionnel"), (Buyer.Kind.person.rawValue, "Particulier"),
        ], selected: input.kind, message: messages["kind"]).html)
        \(FormField("name", "Nom", value: input.name, message: messages["name"], isRequired: true).html)
        \(FormField("email", "Adresse e-mail", value: input.email, message: messages["email"], kind: .email,
            limit: 254).html)
        \(FormField("street", "Adresse", value: input.street, message: messages["street"],
            hint: "Obligatoire pour un professionnel.", limit: 300, isRequired: true).html)
        <div class="pair">
        \(FormField("postal_code", "Code postal", value: input.postalCode, message: messages["postal_code"], limit: 20,
            isRequired: true).html)
        \(FormField("city", "Ville", value: input.city, message: messages["city"], limit: 100, isRequired: true).html)
        </div>
        \(FormChoice("country", "Pays", options: Countries.all.map { (value: $0.code, label: $0.name) },
            selected: input.country, message: messages["country"]).html)
        \(FormField("siren", "SIREN", value: input.siren, message: messages["siren"], limit: 20).html)
        \(FormField("vat_number", "Numéro de TVA", value: input.vatNumber, message: messages["vat_number"], hint: "Indispensable pour une autoliquidation.", limit: 20).html)
        """
    }
}
