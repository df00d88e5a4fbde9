import Web

/// What the freelancer typed in the forms.
struct OnboardingForm {
    let name: String
    let email: String
    let phone: String
    let iban: String
    let statementDescriptor: String
    let shortDescriptor: String
    /// True for « Terminer », false for « Quitter avant la fin ».
    let isFinished: Bool
    /// True when Stripe takes its time to look at the papers.
    let isReviewed: Bool

    init(_ form: Form) {
        name = form["name"] ?? ""
        email = form["email"] ?? ""
        phone = form["phone"] ?? ""
        iban = form["iban"] ?? ""
        statementDescriptor = (form["statementDescriptor"] ?? "").uppercased()
        shortDescriptor = (form["shortDescriptor"] ?? Self.shortened(statementDescriptor)).uppercased()
        isFinished = form["action"] == "finish" || form["action"] == "review"
        isReviewed = form["action"] == "review"
    }

    /// The forms as Stripe opens them.
    init(_ account: AccountRecord) {
        name = account.name.isEmpty ? "Atelier Durand" : account.name
        email = account.email ?? ""
        phone = account.phone.isEmpty ? "06 12 34 56 78" : account.phone
        iban = "FR76 3000 6000 0112 3456 7890 189"
        statementDescriptor = account.statementDescriptor ?? "ATELIER DURAND"
        shortDescriptor = account.statementDescriptorPrefix ?? Self.shortened(statementDescriptor)
        isFinished = false
        isReviewed = false
    }

    /// What must be corrected; nil when nothing.
    var complaint: String? {
        if name.isEmpty { return "Saisissez le nom de votre entreprise." }
        if !email.contains("@") { return "Saisissez votre adresse e-mail." }
        let isLabel = (5...22).contains(statementDescriptor.count) && statementDescriptor.contains { $0.isLetter }
        guard isLabel else { return "Le libellé de relevé compte de 5 à 22 caractères, dont une lettre." }
        return (2...10).contains(shortDescriptor.count) ? nil : "Le libellé court compte de 2 à 10 caractères."
    }

    /// The first word of a label, as Stripe proposes it.
    static func shortened(_ label: String) -> String {
        String(label.prefix { $0 != " " }.prefix(10))
    }
}
