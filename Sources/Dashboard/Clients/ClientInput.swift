import French
import Invoicing
import Operations
import Store
import Web

/// What stands in the form of a client, as texts.
struct ClientInput {
    /// The edition that was changed; empty for a new client.
    var seen = ""
    var kind = Buyer.Kind.business.rawValue
    var name = ""
    var street = ""
    var postalCode = ""
    var city = ""
    var country = "FR"
    var siren = ""
    var siret = ""
    var vatNumber = ""
    var email = ""
    var phone = ""
    var notes = ""

    /// An empty form.
    init() {}

    /// The form of a client who is known.
    init(_ client: Client) {
        seen = Edition(of: client.card).text
        let buyer = client.buyer
        kind = buyer.kind.rawValue
        name = buyer.name
        street = buyer.address.street
        postalCode = buyer.address.postalCode
        city = buyer.address.city
        country = buyer.address.country
        siren = buyer.siren?.text ?? ""
        siret = client.details.siret?.text ?? ""
        vatNumber = buyer.vatNumber ?? ""
        email = buyer.email ?? ""
        phone = client.details.phone ?? ""
        notes = client.details.notes
    }

    /// The form as it was sent.
    init(_ form: Form) {
        seen = form.seen?.text ?? ""
        kind = form["kind"] ?? kind
        name = form["name"] ?? ""
        street = form["street"] ?? ""
        postalCode = form["postal_code"] ?? ""
        city = form["city"] ?? ""
        country = form["country"] ?? country
        siren = form["siren"] ?? ""
        siret = form["siret"] ?? ""
        vatNumber = form["vat_number"] ?? ""
        email = form["email"] ?? ""
        phone = form["phone"] ?? ""
        notes = form["notes"] ?? ""
    }

    /// True while nobody has typed anything.
    var isBlank: Bool {
        [name, street, postalCode, city, siren, siret, vatNumber, email, phone, notes].allSatisfy(\.trimmed.isEmpty)
    }
}
