import French
import Invoicing
import Store
import Web

extension ClientInput {
    /// What the form says, or what is wrong with it.
    ///
    /// A consumer may have no address, and has no number.
    static func read(_ form: Form) -> Reading<ClientCard> {
        var typed = Typed(form)
        let kind = typed.value("kind", "Choisissez un type de client.", Buyer.Kind.init(rawValue:))
        let name = typed.required("name", "Indiquez le nom du client.")
        let isPerson = kind == .person
        let numbers = numbers(&typed, form)
        let email = typed.value("email", "Cette adresse e-mail n’est pas valide.", limit: 254, EmailAddress.read)
        let phone = typed.value("phone", "Ce numéro de téléphone n’est pas valide.", limit: 30) { telephone($0) }
        let country = typed.value("country", "Choisissez un pays.") { Countries.known($0) } ?? "FR"
        let address = Address(
            street: place(&typed, "street", "Indiquez l’adresse du client.", limit: 300, isPerson),
            postalCode: place(&typed, "postal_code", "Indiquez le code postal.", limit: 20, isPerson),
            city: place(&typed, "city", "Indiquez la ville.", limit: 100, isPerson),
            country: country
        )
        typed.checkPostalCode(of: address)
        let notes = typed.checkedLines(form["notes"] ?? "", as: "notes", limit: 2_000)
        guard typed.isSound, let kind else { return .wrong(typed.messages) }
        let buyer = Buyer(
            kind: kind,
            name: name,
            address: address,
            siren: isPerson ? nil : numbers?.siren,
            vatNumber: isPerson ? nil : numbers?.vatNumber,
            email: email
        )
        let details = ClientDetails(siret: isPerson ? nil : numbers?.siret, phone: phone, notes: notes)
        return .sound(ClientCard(buyer: buyer, details: details))
    }

    /// The numbers of the business, each right in itself and all of them of one business.
    private static func numbers(_ typed: inout Typed, _ form: Form) -> BusinessNumbers? {
        let siren = typed.value("siren", sirenAdvice(form["siren"] ?? ""), SIREN.init)
        let siret = typed.value("siret", siretAdvice(form["siret"] ?? ""), SIRET.init)
        let vatNumber = typed.value("vat_number", vatNumberAdvice) { VATNumber.read($0) }
        do throws(BusinessNumbers.Conflict) {
            return try BusinessNumbers(siren: siren, siret: siret, vatNumber: vatNumber)
        } catch {
            switch error {
            case .siret: typed.refuse("siret", "Ce SIRET n’est pas celui de ce SIREN, par lequel il devrait commencer.")
            case .vatNumber:
                typed.refuse("vat_number", "Ce numéro de TVA n’est pas celui de ce SIREN, par lequel il devrait finir.")
            }
            return nil
        }
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
