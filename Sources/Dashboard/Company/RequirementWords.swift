/// What Stripe wants of a freelancer, in French.
///
/// The names are Stripe's (API reference, "The Account object", `requirements`); one that it has added since is shown as it
/// is, behind words that say whose it is.
enum RequirementWords {
    /// What is wanted, each thing once although Stripe may name its parts apart.
    static func french(_ names: [String]) -> [String] {
        names.map(french).reduce(into: []) { found, words in
            if !found.contains(words) { found.append(words) }
        }
    }

    private static func french(_ name: String) -> String {
        // A person of the company is named by an identifier: person_1abc.verification.document.
        let person =
            name.hasPrefix("person_")
            ? "individual" + (name.split(separator: ".", maxSplits: 1).dropFirst().first.map { "." + $0 } ?? "") : name
        return table.first { person == $0.name || person.hasPrefix($0.name + ".") }?.words
            ?? "Une autre information (\(name))"
    }

    private static let table: [(name: String, words: String)] = [
        ("external_account", "Vos coordonnées bancaires (IBAN)"),
        ("individual.verification.additional_document", "Un second justificatif"),
        ("individual.verification", "Votre pièce d’identité"),
        ("individual.dob", "Votre date de naissance"),
        ("individual.address", "Votre adresse personnelle"),
        ("individual.first_name", "Vos nom et prénom"),
        ("individual.last_name", "Vos nom et prénom"),
        ("individual.email", "Votre adresse e-mail"),
        ("individual.phone", "Votre numéro de téléphone"),
        ("business_profile.mcc", "Votre secteur d’activité"),
        ("business_profile.url", "Votre site internet ou votre page de profil"),
        ("business_profile.product_description", "La description de vos produits ou services"),
        ("business_profile", "Des précisions sur votre activité"),
        ("business_type", "Le statut de votre entreprise"),
        ("company.tax_id", "Votre numéro SIREN"),
        ("company.vat_id", "Votre numéro de TVA"),
        ("company", "Des précisions sur votre entreprise"),
        ("settings.payments.statement_descriptor", "Le libellé du relevé bancaire de vos clients"),
        ("settings", "Vos informations publiques"),
        ("tos_acceptance", "L’acceptation des conditions de Stripe"),
    ]
}
