import French
import Invoicing
import Web

/// What stands in the form of a client, as texts.
struct ClientInput {
    var kind = Buyer.Kind.business.rawValue
    var name = ""
    var street = ""
    var postalCode = ""
    var city = ""
    var country = "FR"
    var siren = ""
    var vatNumber = ""
    var email = ""

    /// An empty form.
    init() {}

    /// The form of a client who is known.
    init(_ buyer: Buyer) {
        kind = buyer.kind.rawValue
        name = buyer.name
        street = buyer.address.street
        postalCode = buyer.address.postalCode
        city = buyer.address.city
        country = buyer.address.country
        siren = buyer.siren?.text ?? ""
        vatNumber = buyer.vatNumber ?? ""
        email = buyer.email ?? ""
    }

    /// The form as it was sent.
    init(_ form: Form) {
        kind = form["kind"] ?? ""
        name = form["name"] ?? ""
        street = form["street"] ?? ""
        postalCode = form["postal_code"] ?? ""
        city = form["city"] ?? ""
        country = form["country"] ?? "FR"
        siren = form["siren"] ?? ""
        vatNumber = form["vat_number"] ?? ""
        email = form["email"] ?? ""
    }

    /// What the form says, or what is wrong with it.
    ///
    /// A consumer may have no address.
    static func read(_ form: Form) -> Reading<Buyer> {
        var typed = Typed(form)
        let kind = typed.value("kind", "Choisissez un type de client.", Buyer.Kind.init(rawValue:))
        let name = typed.required("name", "Indiquez le nom du client.")
        let isPerson = kind == .person
        let siren = typed.value("siren", "Ce numéro SIREN n’est pas valide\u{A0}: 9 chiffres attendus.", SIREN.init)
        let vatNumber = typed.value("vat_number", vatNumberAdvice) { VATNumber.read($0) }
        let email = typed.value("email", "Cette adresse e-mail n’est pas valide.", limit: 254, EmailAddress.read)
        let country = typed.value("country", "Choisissez un pays.") { Countries.known($0) } ?? "FR"
        let address = Address(
            street: place(&typed, "street", "Indiquez l’adresse du client.", limit: 300, isPerson),
            postalCode: place(&typed, "postal_code", "Indiquez le code postal.", limit: 20, isPerson),
            city: place(&typed, "city", "Indiquez la ville.", limit: 100, isPerson),
            country: country
        )
        guard typed.isSound, let kind else { return .wrong(typed.messages) }
        return .sound(
            Buyer(
                kind: kind,
                name: name,
                address: address,
                siren: isPerson ? nil : siren,
                vatNumber: isPerson ? nil : vatNumber,
                email: email
            )
        )
    }

    private static func place(
        _ typed: inout Typed,
        _ name: String,
        _ missing: String,
        limit: Int,
        _ isPerson: Bool
    ) -> String {
        isPerson ? typed.text(name, limit: limit) : typed.required(name, missing, limit: limit)
    }
}
