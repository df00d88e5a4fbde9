/// Something that a screen asks, filled in with a sample so that one may simply click on.
struct OnboardingField {
    let name: String
    let label: String
    let sample: String
    var kind = "text"
    var limit = 200
    var hint: String?
    var isRequired = true
    /// What can be chosen; a field to type in has none.
    var options: [String] = []

    static let email = OnboardingField(
        name: "email",
        label: "Adresse e-mail",
        sample: "camille@exemple.fr",
        kind: "email"
    )
    static let firstName = OnboardingField(name: "firstName", label: "Prénom", sample: "Camille")
    static let lastName = OnboardingField(name: "lastName", label: "Nom", sample: "Durand")
    static let birth = OnboardingField(
        name: "birth",
        label: "Date de naissance",
        sample: "1990-04-12",
        kind: "date"
    )
    static let street = OnboardingField(name: "street", label: "Adresse", sample: "12 rue des Lilas")
    static let postcode = OnboardingField(name: "postcode", label: "Code postal", sample: "69003", limit: 5)
    static let city = OnboardingField(name: "city", label: "Ville", sample: "Lyon")
    static let phone = OnboardingField(
        name: "phone",
        label: "Téléphone",
        sample: "06 12 34 56 78",
        kind: "tel",
        hint: "Sert aussi à la double authentification."
    )
    static let name = OnboardingField(name: "name", label: "Nom de l’entreprise", sample: "Atelier Durand")
    static let sector = OnboardingField(
        name: "sector",
        label: "Secteur d’activité",
        sample: "Design graphique",
        options: ["Design graphique", "Développement informatique", "Conseil", "Formation", "Autre"]
    )
    static let vat = OnboardingField(
        name: "vat",
        label: "Numéro de TVA",
        sample: "",
        hint: "Laissez vide si vous n’y êtes pas assujetti.",
        isRequired: false
    )
    static let website = OnboardingField(
        name: "website",
        label: "Site internet",
        sample: "https://atelier-durand.example",
        hint: "Ou la page d’un réseau social.",
        isRequired: false
    )
    static let description = OnboardingField(
        name: "description",
        label: "Description de vos services",
        sample: "Création d’identités visuelles et d’affiches"
    )
    static let iban = OnboardingField(
        name: "iban",
        label: "IBAN",
        sample: "FR76 3000 6000 0112 3456 7890 189",
        limit: 42,
        hint: "Laissez vide pour que Stripe le réclame plus tard.",
        isRequired: false
    )
    static let statementDescriptor = OnboardingField(
        name: "statementDescriptor",
        label: "Libellé de relevé bancaire",
        sample: "ATELIER DURAND",
        limit: 22
    )
    static let shortDescriptor = OnboardingField(
        name: "shortDescriptor",
        label: "Libellé abrégé",
        sample: "ATELIER",
        limit: 10
    )
    static let supportPhone = OnboardingField(
        name: "supportPhone",
        label: "Téléphone de contact",
        sample: "06 12 34 56 78",
        kind: "tel"
    )
    static let document = OnboardingField(
        name: "document",
        label: "Document",
        sample: "Carte nationale d’identité",
        options: ["Carte nationale d’identité", "Passeport", "Titre de séjour"]
    )
}
