public import Store

extension Notification.Kind {
    /// How the freelancer is told.
    public var french: String {
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
        case .quoteAccepted: "Devis accepté"
        case .quoteRefused: "Devis refusé"
        }
    }
}
