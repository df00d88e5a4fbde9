import Accounting
import French
import Payments
import Web

extension Dashboard {
    /// What visitors see first.
    func frontPage() -> Response {
        let body: HTML = """
            \(VisitorFrame.top)
            <main id="contenu" class="front">
            <div class="hero">
            <div>
            <h1>Des factures que vos clients règlent en quelques clics</h1>
            <p class="lead">NeedMe est l’outil de facturation des micro-entrepreneurs. Votre client ouvre le lien, paie par \
            carte bancaire, et votre registre des recettes est à jour.</p>
            <p><a class="button" href="/inscription">Créer mon compte</a></p>
            <p class="hint">Sans abonnement\u{A0}: vous ne payez que si l’on vous paie en ligne.</p>
            </div>
            \(FrontPage.sample)
            </div>
            \(FrontPage.steps)
            \(FrontPage.clientSide)
            \(FrontPage.price)
            \(FrontPage.promises)
            </main>
            """
        let document = Document(
            title: "Facturation des indépendants",
            assets: assets,
            style: "plain",
            body: body,
            summary: "Factures et devis des micro-entrepreneurs, payés en ligne par carte. 1,7 % + 0,25 € par paiement."
        )
        return .page(document.html)
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

    static let clientSide: HTML = """
        <div class="beside-picture">
        <div>
        <h2>Ce que voit votre client</h2>
        <p class="lead">Sa facture, et comment la régler. Rien à installer, aucun compte à créer.</p>
        <ul class="ticks">
        <li>La carte bancaire, sur la page de Stripe, montant et numéro déjà remplis.</li>
        <li>Le virement, avec votre IBAN et la référence à copier.</li>
        <li>Le PDF, dont le code QR mène au paiement, même imprimé.</li>
        <li>Après le paiement, le tampon «\u{A0}Facture acquittée\u{A0}».</li>
        </ul>
        </div>
        <div class="sample">\(HelpPicture.phone.html)</div>
        </div>
        """

    /// What it costs, on the invoice of the sample.
    static var price: HTML {
        let amount = Cents(50_000)
        let commission = Commission.on(amount)
        return """
            <div class="beside-picture">
            <div>
            <h2>Un seul prix</h2>
            <p class="tariff">1,7\u{A0}% + 0,25\u{A0}€</p>
            <p class="lead">par paiement en ligne, frais de Stripe compris. Rien sur les virements, les chèques et les espèces\u{A0}; \
            rien à l’installation, aucun abonnement.</p>
            <p><a href="/aide/paiement-en-ligne#prix">Comment marche le paiement en ligne</a></p>
            </div>
            <dl class="totals bill">
            <dt>Votre client paie</dt><dd>\(amount.french)</dd>
            <dt>Commission</dt><dd>\((-commission).french)</dd>
            <dt class="due">Vous recevez</dt><dd class="due">\((amount - commission).french)</dd>
            </dl>
            </div>
            """
    }

    static let promises: HTML = """
        <ul class="promises">
        <li><strong>Des documents en règle.</strong> Numérotation continue, mentions légales, Factur-X\u{A0}: devis, factures et avoirs.</li>
        <li><strong>Un registre qui se tient seul.</strong> Chaque encaissement s’y inscrit\u{A0}; aucun ne s’efface.</li>
        <li><strong>Vos données restent à vous.</strong> Aucune publicité, aucun traceur. <a href="/confidentialite">Confidentialité</a></li>
        </ul>
        """
}
