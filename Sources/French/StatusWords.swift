public import Accounting
public import Invoicing

/// A status in a word and a sign; colour only helps (RGAA 3.1).
public struct StatusWord: Sendable, Equatable {
    /// The word.
    public let word: String
    /// The sign before it.
    public let sign: String
    /// The name of its colours in the stylesheet.
    public let tone: String

    /// A status.
    public init(word: String, sign: String, tone: String) {
        self.word = word
        self.sign = sign
        self.tone = tone
    }
}

extension InvoiceStatus {
    /// How the seller is told.
    public var forSeller: StatusWord {
        switch self {
        case .draft: StatusWord(word: "Brouillon", sign: "✎", tone: "draft")
        case .finalised: StatusWord(word: "Finalisée", sign: "☐", tone: "finalised")
        case .sent: StatusWord(word: "Envoyée", sign: "➤", tone: "sent")
        case .seen: StatusWord(word: "Vue", sign: "◉", tone: "seen")
        case .dueSoon: StatusWord(word: "Échéance proche", sign: "⏲", tone: "due-soon")
        case .overdue(let days): StatusWord(word: "En retard de \(days)\u{A0}j", sign: "!", tone: "overdue")
        case .processing: StatusWord(word: "Paiement en cours", sign: "…", tone: "processing")
        case .partlyPaid: StatusWord(word: "Partiellement payée", sign: "◐", tone: "partly-paid")
        case .paid: StatusWord(word: "Payée", sign: "✓", tone: "paid")
        case .refunded(let isWhole):
            StatusWord(word: isWhole ? "Remboursée" : "Remboursée en partie", sign: "↩", tone: "refunded")
        case .disputed: StatusWord(word: "Litige bancaire", sign: "⚠", tone: "disputed")
        case .cancelled: StatusWord(word: "Annulée", sign: "✕", tone: "cancelled")
        }
    }

    /// How the client is told; a draft has no client yet.
    public func forClient(dueOn: Day) -> StatusWord {
        let tone = forSeller.tone
        return switch self {
        case .draft, .finalised, .sent, .seen: StatusWord(word: "À régler", sign: "➤", tone: "sent")
        case .dueSoon: StatusWord(word: "À régler avant le \(dueOn.frenchLong)", sign: "⏲", tone: tone)
        case .overdue: StatusWord(word: "Échéance dépassée", sign: "!", tone: tone)
        case .processing: StatusWord(word: "Paiement en cours de confirmation", sign: "…", tone: tone)
        case .partlyPaid(let due): StatusWord(word: "Reste à régler\u{A0}: \(due.french)", sign: "◐", tone: tone)
        // A client is not told of their own dispute by the seller.
        case .paid, .disputed: StatusWord(word: "Facture acquittée", sign: "✓", tone: "paid")
        case .refunded: forSeller
        case .cancelled: StatusWord(word: "Annulée", sign: "✕", tone: tone)
        }
    }
}
