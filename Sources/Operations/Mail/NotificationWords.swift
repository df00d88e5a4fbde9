import Accounting
import French
public import Store

extension Notification {
    /// "Règlement encaissé", "Versement de 1 842,10 € prévu le 12 mai 2026".
    public var headline: String {
        guard kind == .payout, let amount, let day else { return kind.french }
        return "Versement de \(amount.french) prévu le \(day.frenchLong)"
    }

    /// What there is to know besides the document's number: "500,00 €", "Atelier Durand".
    public var facts: [String] {
        guard kind != .payout else { return [] }
        return [amount?.french, client, day.map { "prévu le " + $0.frenchLong }].compactMap(\.self)
    }
}

extension Notification.Kind {
    fileprivate var french: String {
        switch self {
        case .receipt: "Règlement encaissé"
        case .quarantine: "Paiement à vérifier"
        case .discrepancy: "Écart avec Stripe"
        case .paymentFailed: "Paiement non abouti"
        case .accountActive: "Paiement en ligne activé"
        case .accountAction: "Compte Stripe à compléter"
        case .accountLost: "Compte Stripe déconnecté"
        case .refund: "Remboursement constaté chez Stripe"
        case .refundFailed: "Remboursement non abouti chez Stripe"
        case .dispute: "Paiement contesté par le client"
        case .disputeLost: "Litige perdu\u{A0}: le paiement a été repris"
        case .disputeWon: "Litige gagné\u{A0}: le paiement vous reste"
        case .payout: "Versement prévu"
        case .payoutFailed: "Versement refusé par votre banque"
        case .invoiceSeen: "Facture vue"
        case .mailFailed: "E-mail non remis"
        case .occurrenceSent: "Facture récurrente envoyée"
        case .occurrenceDrafted: "Facture récurrente à finaliser"
        case .occurrenceUndecided: "Facture récurrente\u{A0}: taux de TVA à choisir"
        case .schedulePaused: "Facture récurrente mise en pause"
        case .quoteAccepted: "Devis accepté"
        case .quoteRefused: "Devis refusé"
        }
    }
}
