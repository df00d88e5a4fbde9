public import Invoicing

extension ReminderStep {
    /// When it goes out.
    public var french: String {
        switch self {
        case .before: "3 jours avant l’échéance"
        case .onTheDay: "Le jour de l’échéance"
        case .late: "3 jours après l’échéance"
        case .last: "7 jours après l’échéance"
        }
    }
}

/// What a client is written as a reminder, with the variables of ``LetterTemplate``.
public struct ReminderLetter: Sendable, Equatable {
    /// The mail's subject.
    public let subject: String
    /// A few lines; the link follows them.
    public let text: String

    /// A text as a seller wrote it.
    public init(subject: String, text: String) {
        self.subject = subject
        self.text = text
    }

    /// The text of a step, until a seller writes it otherwise.
    public init(_ step: ReminderStep, seller: String) {
        switch step {
        case .before:
            subject = "Rappel\u{A0}: facture {numero} à régler au plus tard le {echeance}"
            text = Self.letter(
                "La facture {numero}, d’un montant de {montant}, est à régler au plus tard le {echeance}.",
                seller
            )
        case .onTheDay:
            subject = "Facture {numero}\u{A0}: échéance le {echeance}"
            text = Self.letter(
                "La facture {numero}, d’un montant de {montant}, arrive à son échéance du {echeance}.",
                seller
            )
        case .late:
            subject = "Facture {numero}\u{A0}: échéance dépassée"
            text = Self.letter(
                "Sauf erreur de ma part, la facture {numero}, d’un montant de {montant}, était à régler au plus tard le "
                    + "{echeance} et n’est pas encore réglée.",
                seller
            )
        case .last:
            subject = "Facture {numero}\u{A0}: toujours en attente de règlement"
            text = Self.letter(
                "La facture {numero}, d’un montant de {montant}, reste impayée depuis le {echeance}. Merci de la régler "
                    + "ou de me dire ce qui l’empêche.",
                seller
            )
        }
    }

    private static func letter(_ sentence: String, _ seller: String) -> String {
        """
        Bonjour,

        \(sentence)

        Vous pouvez la consulter et choisir comment la régler à l’adresse ci-dessous. Si vous l’avez réglée entre-temps, \
        ne tenez pas compte de ce message.

        Bien cordialement,
        \(seller)
        """
    }
}
