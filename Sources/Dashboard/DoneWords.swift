import French
import Web

extension Done {
    /// The sentence, which never names anything: the page beneath it does.
    ///
    /// - Parameter count: how many, where it matters.
    /// - Returns: the sentence.
    func sentence(count: Int) -> HTML {
        switch self {
        case .draftSaved: "Brouillon enregistré."
        case .draftRemoved: "Le brouillon est supprimé."
        case .invoiceDrafted: "Le brouillon est prêt\u{A0}: relisez-le avant de le finaliser."
        case .quoteDrafted: "Le brouillon est prêt\u{A0}: relisez-le avant de l’envoyer."
        case .issued: "La facture est finalisée\u{A0}: il reste à l’envoyer à votre client."
        case .mailed: "L’e-mail part dans un instant\u{A0}; vous serez prévenu s’il ne peut pas être remis."
        case .invoiceMarkedAsSent: "La facture est notée comme envoyée."
        case .onlinePaymentOn: "Le paiement en ligne est activé pour cette facture."
        case .onlinePaymentOff: "Le paiement en ligne est désactivé pour cette facture."
        case .receiptRecorded: "Le paiement est enregistré, et inscrit dans votre registre."
        case .refundRecorded: "Le remboursement est enregistré, et inscrit dans votre registre."
        case .receiptUndone: "La contre-ligne est inscrite dans votre registre."
        case .creditNoteIssued: "L’avoir est émis."
        case .reversalAttached: "L’argent rendu est rattaché à l’avoir, et inscrit dans votre registre."
        case .linkReplaced: "Le lien est remplacé\u{A0}: envoyez le nouveau à votre client."
        case .reminded: "La relance part dans un instant."
        case .reminderSkipped: "La relance est ignorée\u{A0}: rien n’a été envoyé."
        case .quoteMarkedAsSent: "Le devis est noté comme envoyé."
        case .answerNoted: "La réponse de votre client est notée."
        case .scheduleSaved: "La facture récurrente est enregistrée."
        case .schedulePaused: "La facture récurrente est en pause."
        case .scheduleResumed: "La facture récurrente reprend."
        case .scheduleStopped: "La facture récurrente est terminée."
        case .clientSaved: "La fiche du client est enregistrée."
        case .clientArchived: "Le client est archivé."
        case .clientTakenBack: "Le client n’est plus archivé."
        case .clientErased: "Le client est effacé."
        case .clientsAdded: "\(added(count)) <a href=\"/clients\">Voir vos clients</a>"
        case .articleSaved: "L’article est enregistré."
        case .articleArchived: "L’article est archivé."
        case .articleOfferedAgain: "L’article est de nouveau proposé."
        case .paymentAssigned: "Le paiement est affecté\u{A0}: la recette figure dans votre registre."
        case .paymentAssignedBefore: "Ce paiement avait déjà été affecté\u{A0}: rien n’a changé."
        case .paymentGivenBack: "Ce paiement avait déjà été remboursé\u{A0}: il n’a pas été affecté."
        case .reversalSetAside: "Classé sans avoir\u{A0}: la facture et le registre restent tels quels."
        case .receiptRestored: "La recette est inscrite de nouveau dans votre registre."
        case .discrepancyDismissed: "L’écart est classé\u{A0}: il ne vous sera plus signalé."
        case .discrepancyResolved: "Stripe et NeedMe disent maintenant la même chose\u{A0}: l’écart est résolu."
        case .discrepancySetAside:
            "L’écart est résolu\u{A0}: le paiement attend maintenant votre décision dans <a href=\"/paiements\">À vérifier</a>."
        case .discrepancyStands: "Stripe a été interrogé et l’écart demeure. Rejouez-le plus tard."
        case .companyDescribed: "Votre entreprise est enregistrée\u{A0}: vous pouvez facturer."
        case .settingsSaved: "Enregistré."
        case .stripeDisconnected: "Stripe est déconnecté."
        case .notificationsRead: "Toutes vos notifications sont lues."
        case .passwordChanged: "Votre mot de passe est changé. Vos autres navigateurs sont déconnectés."
        case .addressAsked: "Un lien part vers la nouvelle adresse\u{A0}: ouvrez-le pour la confirmer."
        case .addressConfirmed: "Votre adresse e-mail est confirmée."
        case .confirmationSent: "Un nouveau lien part vers votre adresse."
        case .sessionsEnded: "C’est fait\u{A0}: la liste ci-dessous est à jour."
        case .secondFactorOff: "La double authentification est désactivée."
        }
    }
}

/// How many clients a file has added, in words.
private func added(_ count: Int) -> String {
    switch count {
    case ...0: "Aucun client n’a été ajouté\u{A0}: tous étaient déjà là."
    case 1: "1 client a été ajouté."
    default: "\(count.frenchGrouped) clients ont été ajoutés."
    }
}
