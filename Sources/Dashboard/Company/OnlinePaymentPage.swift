import Operations
import Store
import Web

extension Dashboard {
    func onlinePayment(_ desk: Desk) throws -> Response {
        let account = try reader.connectedAccount(of: desk.companyID)
        let body: HTML = """
            \(CompanyTab.onlinePayment.heading)
            <section class="sheet">
            \(account.map { connected($0, desk) } ?? presentation(desk))
            </section>
            """
        return layout("Paiement en ligne", desk).response(body)
    }

    /// The words of the presentation are those users were promised.
    private func presentation(_ desk: Desk) -> HTML {
        """
        <p class="lead">Activez le paiement en ligne et offrez à vos clients la possibilité de régler leurs factures par \
        carte bancaire en toute sécurité.</p>
        <p>Aucun frais d’installation, aucun abonnement ni coût caché.<br>
        Seule une commission de 1,7% + 0,25\u{A0}€ par transaction est appliquée.</p>
        <form method="post" action="/stripe/connexion">\(formToken(desk.member))
        <button class="button">Activer le paiement en ligne</button></form>
        <p class="hint">Stripe vous demandera votre identité, votre activité et votre IBAN, puis vous ramènera ici.</p>
        """
    }

    private func connected(_ account: StripeAccount, _ desk: Desk) -> HTML {
        let words = account.state.words
        return """
            <p class="state \(account.state.rawValue)"><strong>\(words.state)</strong></p>
            <p>\(words.sentence)</p>
            \(if: words.canResume, """
                <form method="post" action="/stripe/connexion">\(formToken(desk.member))
                <button class="button">Reprendre</button></form>
                """)
            <p class="hint">Compte Stripe \(account.account). Une commission de 1,7% + 0,25\u{A0}€ s’applique à chaque paiement \
            en ligne, jamais aux virements, chèques ou espèces.</p>
            """
    }
}

extension StripeAccount.State {
    fileprivate var words: (state: String, sentence: String, canResume: Bool) {
        switch self {
        case .active:
            ("Actif", "Le paiement en ligne est proposé par défaut sur toutes vos factures.", false)
        case .toFinish:
            ("À terminer", "Vous avez quitté le formulaire de Stripe avant la fin.", true)
        case .underReview:
            ("En cours de vérification", "Stripe vérifie vos informations. Vous serez prévenu ici.", false)
        case .warned:
            ("Actif, à compléter chez Stripe", "Stripe attend une information de votre part.", true)
        case .actionRequired:
            ("À compléter chez Stripe", "Stripe attend une information de votre part.", true)
        case .refused:
            ("Suspendu", "Stripe n’accepte pas ce compte. Contactez l’assistance de Stripe.", false)
        case .disconnected:
            ("Déconnecté", "Ce compte n’est plus relié à NeedMe.", false)
        }
    }
}
