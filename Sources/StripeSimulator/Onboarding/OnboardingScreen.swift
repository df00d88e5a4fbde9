/// The screens that a freelancer goes through, one after the other.
enum OnboardingScreen: Int, CaseIterable {
    case email = 1
    case identity, activity, bank, publicDetails, document, summary

    var title: String {
        switch self {
        case .email: "Adresse e-mail"
        case .identity: "Informations personnelles"
        case .activity: "Votre activité"
        case .bank: "Coordonnées bancaires"
        case .publicDetails: "Informations publiques"
        case .document: "Vérification d’identité"
        case .summary: "Récapitulatif"
        }
    }

    var explanation: String {
        switch self {
        case .email: "Elle sert à vous connecter et à recevoir les nouvelles de vos paiements."
        case .identity: "Les banques doivent savoir à qui elles versent de l’argent."
        case .activity: "Dites ce que vous vendez : il en faut pour accepter des cartes."
        case .bank: "Vos clients paient par carte, Stripe vous verse l’argent sur ce compte."
        case .publicDetails: "Ce que vos clients lisent sur leur relevé bancaire."
        case .document: "Dans la simulation, rien n’est envoyé : choisissez un document et continuez."
        case .summary: "Vérifiez ce que vous avez saisi."
        }
    }

    /// What it asks.
    var fields: [OnboardingField] {
        switch self {
        case .email: [.email]
        case .identity: [.firstName, .lastName, .birth, .street, .postcode, .city, .phone]
        case .activity: [.name, .sector, .vat, .website, .description]
        case .bank: [.iban]
        case .publicDetails: [.statementDescriptor, .shortDescriptor, .supportPhone]
        case .document: [.document]
        case .summary: []
        }
    }

    /// What stays due as long as it is not done, with Stripe's word.
    var requirement: String? {
        switch self {
        case .email, .publicDetails: nil
        case .identity: "individual.dob.day"
        case .activity: "business_profile.mcc"
        case .bank: "external_account"
        case .document: "individual.verification.document"
        case .summary: "tos_acceptance.date"
        }
    }

    /// What must be corrected; nil when nothing.
    func complaint(_ entered: [String: String]) -> String? {
        for field in fields where field.isRequired && (entered[field.name] ?? "").isEmpty {
            return "À remplir : \(field.label)."
        }
        switch self {
        case .email where !(entered["email"] ?? "").contains("@"): return "Cette adresse e-mail n’est pas valable."
        case .bank: return Self.complaint(iban: entered["iban"] ?? "")
        case .publicDetails: return Self.complaint(labels: entered)
        default: return nil
        }
    }

    private static func complaint(iban: String) -> String? {
        let plain = iban.filter { $0 != " " }
        let isIBAN =
            (15...34).contains(plain.count) && plain.prefix(2).allSatisfy(\.isLetter)
            && plain.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return plain.isEmpty || isIBAN ? nil : "Cet IBAN n’est pas valable."
    }

    private static func complaint(labels entered: [String: String]) -> String? {
        let label = entered["statementDescriptor"] ?? ""
        guard (5...22).contains(label.count), label.contains(where: \.isLetter) else {
            return "Le libellé de relevé compte de 5 à 22 caractères, dont une lettre."
        }
        let isShort = (2...10).contains((entered["shortDescriptor"] ?? "").count)
        return isShort ? nil : "Le libellé abrégé compte de 2 à 10 caractères."
    }
}
