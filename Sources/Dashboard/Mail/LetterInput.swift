import French
import Operations
import Web

/// What stands in the form of a mail about a document, as texts.
struct LetterInput {
    /// « Destinataires », separated by commas.
    var recipients: String
    var subject: String
    var message: String
    /// « Joindre le PDF ».
    var hasFile = false
    /// « M’envoyer une copie ».
    var wantsCopy = false
    /// What the switch of an invoice was set to; nil before the form was sent.
    var isOnline: Bool?
    /// What makes a form sent twice one mail.
    var key: String

    /// How many addresses one form takes.
    private static let mostRecipients = 10

    /// The form as the freelancer finds it.
    init(_ template: LetterTemplate, subject: String, message: String, to recipient: String?, key: Token) {
        recipients = recipient ?? ""
        self.subject = template.filled(subject)
        self.message = template.filled(message)
        self.key = key.text
    }

    /// The form as it was sent, to be sent again.
    init(_ form: Form, in outside: Outside) {
        recipients = form["recipient"] ?? ""
        subject = form["subject"] ?? ""
        message = form["message"] ?? ""
        hasFile = form["pdf"] != nil
        wantsCopy = form["copie"] != nil
        isOnline = form["online_payment"].map { $0 != "non" }
        key = form.key(in: outside).text
    }

    /// What the form says.
    struct Mail {
        let letter: CoveringLetter
        let key: Token
    }

    /// What the form says, its variables filled in, or what is wrong with it.
    static func read(_ form: Form, _ template: LetterTemplate) -> Reading<Mail> {
        var typed = Typed(form)
        let recipients = addresses(&typed, form["recipient"] ?? "")
        let subject = typed.required("subject", "Indiquez l’objet de l’e-mail.", limit: 150)
        let message = typed.lines("message", "Écrivez un message.", limit: 3_000)
        for (name, text) in [("subject", subject), ("message", message)] {
            if let objection = LetterTemplate.objection(to: text, names: template.names) {
                typed.refuse(name, objection)
            }
        }
        let key = typed.key(of: form)
        guard typed.isSound, let key else { return .wrong(typed.messages) }
        let letter = CoveringLetter(
            recipients: recipients,
            subject: String(template.filled(subject).prefix(190)),
            message: template.filled(message),
            hasFile: form["pdf"] != nil,
            wantsCopy: form["copie"] != nil
        )
        return .sound(Mail(letter: letter, key: key))
    }

    private static func addresses(_ typed: inout Typed, _ text: String) -> [String] {
        var addresses: [String] = []
        for piece in text.split(whereSeparator: { ",;".contains($0) || $0.isWhitespace }).map(String.init) {
            guard let address = EmailAddress.read(piece) else {
                typed.refuse("recipient", "«\u{A0}\(piece.prefix(60))\u{A0}» n’est pas une adresse e-mail valide.")
                return []
            }
            if !addresses.contains(address) { addresses.append(address) }
        }
        if addresses.isEmpty { typed.refuse("recipient", "Indiquez une adresse e-mail valide.") }
        if addresses.count > mostRecipients {
            typed.refuse("recipient", "\(mostRecipients) adresses au plus.")
        }
        return addresses
    }
}
