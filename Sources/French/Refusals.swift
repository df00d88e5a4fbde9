public import Invoicing

extension IssueRefusal {
    /// The sentence for the seller.
    public var french: String {
        switch self {
        case .noLine: "Ajoutez au moins une ligne à la facture."
        case .tooManyLines: "Une facture compte au plus \(Draft.maximumLineCount) lignes."
        case .vatMismatch:
            "Vous facturez maintenant la TVA\u{A0}: choisissez le taux de chaque ligne, puis enregistrez."
        case .paymentTermTooLong:
            "Le délai de paiement ne peut pas dépasser \(Draft.paymentTermRange.upperBound) jours (art. L441-10 du code de commerce)."
        case .nothingToPay: "Le total de la facture est de 0 € : il n’y a rien à facturer."
        case .amountTooHigh: "Le total d’une facture ne peut pas dépasser 999 999,99 €."
        case .incomplete: "Il manque une mention obligatoire."
        case .depositOfDeposit: "Une facture d’acompte ne déduit pas d’acompte."
        case .depositsCoverAll: "Les acomptes déduits couvrent toute la facture\u{A0}: il ne reste rien à facturer."
        case .disbursementInDeposit:
            "Une facture d’acompte ne porte pas de débours\u{A0}: un débours se facture une fois payé, sur la facture du solde."
        case .depositsCoverDisbursements:
            "Les acomptes déduits dépassent le total hors débours\u{A0}: un acompte ne paie pas de débours."
        case .disbursementDiscounted: "Un débours est remboursé au centime près\u{A0}: il ne porte pas de remise."
        case .depositUnavailable(let number):
            "L’acompte \(number.text) ne peut pas être déduit\u{A0}: "
                + "seul un acompte payé, du même client et pas encore déduit peut l’être, et celui d’un devis sur la facture "
                + "de ce devis."
        case .moreThanQuoted(let limit):
            "L’acompte dépasse les \(limit.amount.french) \(limit.isBeforeVAT ? "hors taxes" : "TVA comprise") pris sur le "
                + "devis\u{A0}: ramenez-le à ce montant, ou facturez-en un autre depuis le devis."
        case .otherKindThanQuoted(let number):
            "La sorte de facture est celle que le devis \(number) a donnée\u{A0}: enregistrez de nouveau le brouillon pour "
                + "la retrouver."
        case .otherClientThanQuoted(let number):
            "Le client est celui du devis \(number)\u{A0}: enregistrez de nouveau le brouillon pour le retrouver."
        case .exemptionUnknown:
            "La mention d’exonération de TVA en vigueur à cette date n’est pas connue : mettez NeedMe à jour."
        case .changedMeanwhile:
            "Le brouillon a été modifié dans une autre fenêtre\u{A0}: vérifiez-le tel qu’il est maintenant."
        case .alreadyIssued: "Cette facture est déjà finalisée."
        case .dateWouldGoBackwards:
            "La dernière facture de la série porte une date plus récente : vérifiez la date du serveur."
        }
    }
}

extension MissingMention {
    /// The sentence for the seller, which names the field.
    public var french: String {
        switch self {
        case .sellerVATNumber: "Votre numéro de TVA manque."
        case .buyerAddress:
            "L’adresse du client manque\u{A0}: elle est obligatoire sur une facture entre professionnels."
        case .buyerVATNumber: "Le numéro de TVA du client manque\u{A0}: l’exonération choisie le veut sur la facture."
        case .buyerCountry: "Le pays du client ne correspond pas à l’exonération de TVA choisie."
        case .buyerSIREN: "Le SIREN du client manque."
        case .supplyDate: "La date de la livraison manque."
        }
    }
}

extension InvoiceRefusal {
    /// The sentence for the seller.
    public var french: String {
        switch self {
        case .notIssued: "Cette facture n’est pas encore finalisée."
        case .alreadyIssued: "Cette facture est déjà finalisée."
        case .alreadyPaid: "Cette facture est déjà payée."
        case .cancelled: "Cette facture est annulée."
        case .moreThanDue: "Le montant dépasse ce qui reste à payer."
        case .notAnAmount: "Le montant doit être supérieur à zéro."
        case .noPaymentUnderWay: "Aucun paiement n’est en cours."
        case .moreThanReceived: "Le montant dépasse ce qui a été encaissé."
        case .moreThanOwedBack: "Le montant dépasse ce qui est à rembourser."
        case .notOwedBackBefore(let day):
            "Avant l’encaissement et l’avoir, cette somme n’était pas à rembourser\u{A0}: au plus tôt le \(day.frenchShort)."
        case .creditedInPart: "Un avoir partiel corrige cette facture : créez d’abord un avoir pour le reste."
        }
    }
}

extension QuoteRefusal {
    /// The sentence for whoever asked.
    public var french: String {
        switch self {
        case .notSent: "Ce devis n’est pas encore envoyé."
        case .alreadySent: "Ce devis est déjà envoyé\u{A0}: dupliquez-le pour le modifier."
        case .alreadyAnswered: "Ce devis a déjà reçu une réponse."
        case .expired: "La date de validité de ce devis est dépassée."
        case .withdrawn: "Le compte NeedMe de qui a fait ce devis est fermé."
        case .notAccepted: "Seul un devis accepté se facture."
        case .alreadyInvoiced: "Ce devis est déjà facturé."
        case .validityPassed: "La date de validité est passée\u{A0}: choisissez-en une autre."
        case .depositOutOfRange:
            "L’acompte doit être supérieur à zéro et laisser, avec les autres, un solde à facturer."
        case .depositOpen:
            "Une facture d’acompte de ce devis n’est pas réglée\u{A0}: attendez son règlement, supprimez son brouillon, "
                + "ou annulez-la par un avoir."
        }
    }
}

extension CreditNoteRefusal {
    /// The sentence for the seller.
    public var french: String {
        switch self {
        case .notAnAmount: "Le montant doit être supérieur à zéro."
        case .moreThanInvoiced: "Le montant des avoirs ne peut pas dépasser celui de la facture."
        case .otherThanReversal: "Le montant de l’avoir doit être celui de l’argent rendu."
        case .depositDeducted:
            "Cet acompte est déduit d’une autre facture\u{A0}: annulez d’abord celle-ci par un avoir."
        }
    }
}
