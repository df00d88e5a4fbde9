import Web

extension Dashboard {
    /// What visitors see first.
    func frontPage() -> Response {
        let body: HTML = """
            <header class="top"><span class="brand">NeedMe</span>
            <div class="tools"><a href="/connexion">Se connecter</a></div></header>
            <main class="front">
            <h1>Des factures que vos clients règlent en quelques clics</h1>
            <p class="lead">NeedMe est l’outil de facturation des micro-entrepreneurs. Votre client ouvre le lien, paie par \
            carte bancaire, et votre registre des recettes est à jour.</p>
            <p><a class="button" href="/inscription">Créer mon compte</a></p>
            <ul class="promises">
            <li><strong>Aucun abonnement.</strong> Aucun frais d’installation ni coût caché.</li>
            <li><strong>1,7 % + 0,25 € par paiement en ligne,</strong> frais Stripe compris. Rien sur les virements.</li>
            <li><strong>Des factures en règle.</strong> Numérotation continue, mentions légales, registre infalsifiable.</li>
            </ul>
            </main>
            """
        return .page(Document(title: "Facturation des indépendants", assets: assets, style: "plain", body: body).html)
    }
}
