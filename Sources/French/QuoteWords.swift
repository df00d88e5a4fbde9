public import Invoicing

extension QuoteState {
    /// How the seller is told.
    public var forSeller: StatusWord {
        switch self {
        case .draft: StatusWord(word: "Brouillon", sign: "✎", tone: "draft")
        case .sent: StatusWord(word: "Envoyé", sign: "➤", tone: "sent")
        case .seen: StatusWord(word: "Vu", sign: "◉", tone: "seen")
        case .accepted: StatusWord(word: "Accepté", sign: "✓", tone: "paid")
        case .refused: StatusWord(word: "Refusé", sign: "✕", tone: "disputed")
        case .expired: StatusWord(word: "Expiré", sign: "!", tone: "overdue")
        case .invoiced: StatusWord(word: "Facturé", sign: "€", tone: "finalised")
        case .withdrawn: StatusWord(word: "Retiré", sign: "■", tone: "cancelled")
        }
    }

    /// How the client is told; a draft has no client yet.
    public var forClient: StatusWord {
        switch self {
        case .draft, .sent, .seen: StatusWord(word: "En attente de votre réponse", sign: "➤", tone: "sent")
        case .accepted, .invoiced: StatusWord(word: "Accepté", sign: "✓", tone: "paid")
        case .refused: StatusWord(word: "Refusé", sign: "✕", tone: "cancelled")
        case .expired: StatusWord(word: "Date de validité dépassée", sign: "!", tone: "overdue")
        case .withdrawn: StatusWord(word: "Plus de réponse possible ici", sign: "■", tone: "cancelled")
        }
    }
}

extension IssueRefusal {
    /// The sentence for the seller of a quote, which is held to what its invoice would be.
    public var frenchOfQuote: String {
        switch self {
        case .noLine: "Ajoutez au moins une ligne au devis."
        case .tooManyLines: "Un devis compte au plus \(Draft.maximumLineCount) lignes."
        case .nothingToPay: "Le total du devis est de 0\u{202F}€\u{A0}: il n’y a rien à proposer."
        case .amountTooHigh: "Le total d’un devis ne peut pas dépasser 999\u{202F}999,99\u{202F}€."
        case .dateWouldGoBackwards:
            "Le dernier devis de la série porte une date plus récente\u{A0}: vérifiez la date du serveur."
        default: french
        }
    }
}
