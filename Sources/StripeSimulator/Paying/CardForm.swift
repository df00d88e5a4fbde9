import Web

/// What the customer typed on the payment page.
struct CardForm {
    /// The names of the fields, which are those of Stripe's own page.
    enum Name {
        static let email = "email"
        static let number = "cardNumber"
        static let expiry = "cardExpiry"
        static let code = "cardCvc"
        static let holder = "billingName"
        static let action = "action"
    }

    let email: String
    let holder: String
    let digits: String
    private let expiry: String
    private let code: String

    init(_ form: Form) {
        email = form[Name.email] ?? ""
        holder = form[Name.holder] ?? ""
        digits = String((form[Name.number] ?? "").filter { $0.isASCII && $0.isNumber })
        expiry = (form[Name.expiry] ?? "").filter { $0 != " " }
        code = form[Name.code] ?? ""
    }

    /// What the customer must correct; nil when nothing.
    func complaint(thisMonth: Int) -> String? {
        if let complaint = emailComplaint { return complaint }
        if digits.isEmpty { return "Saisissez votre numéro de carte." }
        guard let month = expiryMonth else { return "Saisissez la date d’expiration, par exemple 12 / 34." }
        if month < thisMonth { return "La date d’expiration de votre carte est passée." }
        guard (3...4).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return "Saisissez le cryptogramme : trois chiffres au dos de la carte."
        }
        return nil
    }

    /// What is wrong with the e-mail; nil when nothing.
    var emailComplaint: String? {
        email.contains("@") ? nil : "Saisissez votre adresse e-mail."
    }

    /// The last month of the card, counted since the year 0.
    private var expiryMonth: Int? {
        let parts = expiry.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let month = Int(parts[0]), let year = Int(parts[1]), (1...12).contains(month),
            parts[1].utf8.count == 2, year >= 0
        else { return nil }
        return (2_000 + year) * 12 + month
    }
}
