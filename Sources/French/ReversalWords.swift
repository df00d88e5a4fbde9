public import Payments

extension Reversal.State {
    /// How the seller is told of money that goes back, or may.
    public func status(of kind: Reversal.Kind) -> StatusWord {
        switch (kind, self) {
        case (.refund, .pending): StatusWord(word: "Remboursement en cours", sign: "…", tone: "processing")
        case (.refund, .done): StatusWord(word: "Remboursement effectué", sign: "↩", tone: "refunded")
        case (.refund, .failed): StatusWord(word: "Remboursement non abouti", sign: "!", tone: "overdue")
        case (.dispute, .pending): StatusWord(word: "Litige en cours", sign: "⚠", tone: "disputed")
        case (.dispute, .done): StatusWord(word: "Litige perdu", sign: "✕", tone: "disputed")
        case (.dispute, .failed): StatusWord(word: "Litige gagné", sign: "✓", tone: "paid")
        }
    }
}
