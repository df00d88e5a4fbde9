import Web

extension Dashboard {
    /// What visitors see first.
    func frontPage() -> Response {
        let body: HTML = """
            <header class="top"><span class="brand">NeedMe</span>
            <div class="tools"><a href="/connexion">Se connecter</a></div></header>
            <main class="front">
            <div class="hero">
            <div>
            <h1>Des factures que vos clients règlent en quelques clics</h1>
            <p class="lead">NeedMe est l’outil de facturation des micro-entrepreneurs. Votre client ouvre le lien, paie par \
            carte bancaire, et votre registre des recettes est à jour.</p>
            <p><a class="button" href="/inscription">Créer mon compte</a></p>
            </div>
            \(FrontPage.sample)
            </div>
            \(FrontPage.steps)
            \(FrontPage.promises)
            </main>
            """
        return .page(Document(title: "Facturation des indépendants", assets: assets, style: "plain", body: body).html)
    }
}

/// The parts of the page visitors see first.
///
/// Nobody is invented in them: names are grey bars.
private enum FrontPage {
    static let sample: HTML = """
        <div class="sample" role="img" aria-label="Exemple de facture, tamponnée «\u{A0}Facture acquittée\u{A0}» après le paiement">
        <div class="paper">
        <p class="parties"><span class="bar"></span><span class="bar"></span></p>
        <p class="title">Facture F-2026-0001</p>
        <p class="row"><span class="bar"></span><span>300,00\u{202F}€</span></p>
        <p class="row"><span class="bar"></span><span>200,00\u{202F}€</span></p>
        <p class="row sum"><span>Net à payer</span><span>500,00\u{202F}€</span></p>
        <p class="stamp">Facture acquittée<span>par carte bancaire</span></p>
        </div>
        </div>
        """

    static let steps: HTML = """
        <h2>De la facture au registre</h2>
        <ol class="steps">
        <li><strong>Rédigez.</strong> Vous saisissez vos lignes\u{A0}; le numéro, le total et les mentions légales se placent \
        d’eux-mêmes.</li>
        <li><strong>Envoyez le lien.</strong> Par e-mail, SMS ou messagerie\u{A0}: votre client lit sa facture sans ouvrir de \
        compte.</li>
        <li><strong>Soyez réglé.</strong> Par carte sur la page de Stripe, ou par virement. Payée en ligne, la facture est \
        acquittée et la recette s’inscrit d’elle-même.</li>
        </ol>
        """

    static let promises: HTML = """
        <ul class="promises">
        <li><strong>Aucun abonnement.</strong> Aucun frais d’installation ni coût caché.</li>
        <li><strong>1,7\u{A0}% + 0,25\u{A0}€ par paiement en ligne,</strong> frais Stripe compris. Rien sur les virements.</li>
        <li><strong>Des factures en règle.</strong> Numérotation continue, mentions légales, registre infalsifiable.</li>
        </ul>
        """
}
