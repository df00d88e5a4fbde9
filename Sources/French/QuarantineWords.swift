public import Payments

extension QuarantineReason {
    /// Why the money was set aside, in a sentence for the seller.
    public var french: String {
        switch self {
        case .otherAccount:
            "Ce paiement est arrivé sur un autre compte Stripe que celui où il avait été demandé."
        case .otherAmount: "Le montant payé n’est pas celui qui avait été demandé."
        case .otherCurrency: "Ce paiement a été fait dans une autre monnaie que l’euro."
        case .otherInvoice: "Ce paiement désigne une autre facture que celle dont la page de paiement était ouverte."
        case .otherMode: "Ce paiement et la facture ne vont pas ensemble\u{A0}: l’un est réel, l’autre est un essai."
        case .alreadyPaid: "La facture était déjà payée\u{A0}: votre client a sans doute réglé deux fois."
        case .cancelled: "La facture avait été annulée entre-temps."
        case .moreThanDue: "Le montant payé dépasse ce qui restait à régler sur la facture."
        case .onlinePaymentOff: "Votre client a payé alors que la facture n’offrait plus le paiement en ligne."
        case .unknownAttempt: "Ce paiement vient d’une page de paiement dont NeedMe n’avait pas gardé trace."
        }
    }

    /// What the seller can do about it.
    public var advice: String {
        switch self {
        case .otherAccount, .otherAmount, .onlinePaymentOff:
            "S’il vous convient, affectez-le à la facture\u{A0}; sinon, remboursez-le."
        case .otherInvoice: "Demandez à votre client ce qu’il a voulu régler, puis affectez ou remboursez son paiement."
        case .otherCurrency: "Remboursez-le, et demandez à votre client de régler en euros."
        case .otherMode: "Remboursez-le s’il est réel\u{A0}; un essai ne déplace pas d’argent."
        case .alreadyPaid, .moreThanDue: "Remboursez-le, ou affectez-le à une autre facture de ce client."
        case .cancelled: "Remboursez-le, ou affectez-le à la facture qui la remplace."
        case .unknownAttempt: "Retrouvez-le chez Stripe, puis affectez-le à la facture ou remboursez-le."
        }
    }
}
