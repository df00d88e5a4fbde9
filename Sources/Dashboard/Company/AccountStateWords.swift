import Store

extension StripeAccount.State {
    /// What the freelancer reads of their account, and whether Stripe's form has something left for them.
    var words: (sign: String, state: String, sentence: String, canResume: Bool) {
        switch self {
        case .active:
            ("✓", "Actif", "Le paiement en ligne est proposé par défaut sur toutes vos factures.", false)
        case .warned:
            (
                "!", "Actif, à compléter chez Stripe",
                "Vos clients peuvent payer en ligne, mais Stripe attend quelque chose.", true
            )
        case .toFinish:
            ("…", "À terminer", "Vous avez quitté le formulaire de Stripe avant la fin.", true)
        case .underReview:
            ("…", "En cours de vérification", "Stripe vérifie vos informations. Vous serez prévenu ici.", false)
        case .actionRequired:
            ("!", "À compléter chez Stripe", "Vos clients ne peuvent pas payer en ligne pour l’instant.", true)
        case .refused:
            ("✕", "Suspendu", "Stripe n’accepte pas ce compte. Contactez l’assistance de Stripe.", false)
        case .disconnected:
            ("✕", "Déconnecté", "Ce compte n’est plus relié à NeedMe.", false)
        }
    }
}
