import Operations
import Web

/// What stands in the form of a quote's mail, as texts.
struct QuoteMailInput {
    var recipient: String
    var subject: String
    var message: String
    /// What makes a form sent twice one mail.
    var key: String

    /// The form as the freelancer finds it.
    init(recipient: String, subject: String, message: String, key: Token) {
        self.recipient = recipient
        self.subject = subject
        self.message = message
        self.key = key.text
    }

    /// The form as it was sent.
    init(_ form: Form) {
        recipient = form["recipient"] ?? ""
        subject = form["subject"] ?? ""
        message = form["message"] ?? ""
        key = form["cle"] ?? ""
    }

    /// What the form says.
    struct Mail {
        let recipient: String
        let subject: String
        let message: String
        let key: Token
    }

    /// What the form says, or what is wrong with it.
    static func read(_ form: Form) -> Reading<Mail> {
        var typed = Typed(form)
        let recipient = typed.value(
            "recipient",
            "Cette adresse e-mail n’est pas valide.",
            limit: 254,
            EmailAddress.read
        )
        if recipient == nil { typed.refuse("recipient", "Indiquez une adresse e-mail valide.") }
        let subject = typed.required("subject", "Indiquez l’objet de l’e-mail.", limit: 150)
        let message = typed.lines("message", "Écrivez un message.", limit: 3_000)
        guard typed.isSound, let recipient, let key = Token(form["cle"] ?? "") else { return .wrong(typed.messages) }
        return .sound(Mail(recipient: recipient, subject: subject, message: message, key: key))
    }
}
