import French
import Invoicing
import Web

/// The fields of a client, in a form of their own or within another's.
struct ClientFields {
    let input: ClientInput
    let messages: [String: String]
    /// What the names of the fields begin with, beside those of another form.
    var prefix = ""

    var html: HTML {
        """
        \(FormChoice(prefix + "kind", "Type de client", options: [
            (Buyer.Kind.business.rawValue, "Professionnel"), (Buyer.Kind.person.rawValue, "Particulier"),
        ], selected: input.kind, message: messages["kind"]).html)
        \(FormField(prefix + "name", "Nom", value: input.name, message: messages["name"], isRequired: true).html)
        \(FormField(prefix + "email", "Adresse e-mail", value: input.email, message: messages["email"], kind: .email,
            limit: 254).html)
        \(FormField(prefix + "street", "Adresse", value: input.street, message: messages["street"],
            hint: "Obligatoire pour un professionnel.", limit: 300, isRequired: true).html)
        <div class="pair">
        \(FormField(prefix + "postal_code", "Code postal", value: input.postalCode, message: messages["postal_code"],
            limit: 20, isRequired: true).html)
        \(FormField(prefix + "city", "Ville", value: input.city, message: messages["city"], limit: 100,
            isRequired: true).html)
        </div>
        \(FormChoice(prefix + "country", "Pays", options: Countries.all.map { (value: $0.code, label: $0.name) },
            selected: input.country, message: messages["country"]).html)
        <div class="pair even">
        \(FormField(prefix + "siren", "SIREN", value: input.siren, message: messages["siren"], limit: 20).html)
        \(FormField(prefix + "siret", "SIRET", value: input.siret, message: messages["siret"], limit: 25).html)
        </div>
        \(FormField(prefix + "vat_number", "Numéro de TVA", value: input.vatNumber, message: messages["vat_number"],
            hint: "Indispensable pour une autoliquidation.", limit: 20).html)
        """
    }
}

/// The clients who may be the same as the one that is being added.
struct ProbableDuplicates {
    let clients: [(id: Int64, name: String, detail: String)]

    var html: HTML {
        let items: [HTML] = clients.map { client in
            "<li><a href=\"/clients/\(client.id)\">\(client.name)</a>\(if: !client.detail.isEmpty, ", \(client.detail)")</li>"
        }
        return """
            <div class="warning" role="alert"><p>Ce client existe peut-être déjà\u{A0}:</p><ul>\(items)</ul>\
            <p>Si c’est bien un autre client, enregistrez de nouveau.</p></div>
            """
    }
}
