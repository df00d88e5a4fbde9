import Store

extension StripeEventRecord {
    /// What happened, for people (Stripe, "Types of events").
    var words: String {
        switch type {
        case "checkout.session.completed": "Page de paiement validée par le client"
        case "checkout.session.async_payment_succeeded": "Paiement différé réussi"
        case "checkout.session.async_payment_failed": "Paiement différé échoué"
        case "checkout.session.expired": "Page de paiement fermée sans paiement"
        case "account.updated", "capability.updated": "Compte Stripe mis à jour"
        case "account.application.authorized": "Compte Stripe relié à NeedMe"
        case "account.application.deauthorized": "Compte Stripe séparé de NeedMe"
        case "charge.succeeded", "charge.updated", "payment_intent.succeeded": "Paiement accepté"
        case "charge.failed", "payment_intent.payment_failed": "Paiement refusé"
        case "charge.refunded", "refund.created": "Remboursement commencé"
        case "charge.refund.updated", "refund.updated": "Remboursement mis à jour"
        case "refund.failed": "Remboursement non abouti"
        case "charge.dispute.created": "Paiement contesté par le client"
        case "charge.dispute.closed": "Litige terminé"
        case "charge.dispute.funds_withdrawn": "Somme contestée retirée de votre solde"
        case "charge.dispute.funds_reinstated": "Somme contestée rendue à votre solde"
        case "payout.created": "Versement préparé"
        case "payout.paid": "Versement arrivé"
        case "payout.failed": "Versement refusé par la banque"
        case "payout.canceled": "Versement annulé"
        case let type where type.hasPrefix("charge.dispute."): "Litige mis à jour"
        case let type where type.hasPrefix("payout."): "Versement mis à jour"
        default: "Autre annonce"
        }
    }
}

extension EventOutcome {
    /// What became of it, or why nothing did.
    var french: String {
        switch self {
        case .settled: "Paiement encaissé"
        case .doorbell: "Stripe interrogé, pour vérifier"
        case .disconnected: "Compte déconnecté de NeedMe"
        case .known: "Rien à changer\u{A0}: c’était déjà pris en compte"
        case .waiting: "Paiement pas encore connu ici\u{A0}: NeedMe le cherche"
        case .unrecorded: "Paiement sans trace ici\u{A0}: voir les écarts"
        case .unknownObject: "Aucun effet\u{A0}: rien de ce que NeedMe suit"
        case .otherMode: "Aucun effet\u{A0}: annonce d’un autre mode (essai ou réel)"
        case .ignored: "Aucun effet\u{A0}: simple information"
        }
    }

    /// The sign beside the words.
    var sign: String {
        switch self {
        case .settled: "✓"
        case .doorbell: "↻"
        case .disconnected: "✕"
        case .known: "="
        case .waiting: "…"
        case .unrecorded: "≠"
        case .unknownObject, .otherMode, .ignored: "–"
        }
    }
}
