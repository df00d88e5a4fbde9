import Accounting
import French
import Payments
import Web

extension HelpChapter {
    /// From nothing to an account that takes cards.
    static var activating: HelpChapter {
        HelpChapter(title: "Activer", questions: [price, activation, stripeForm, ownAccount])
    }

    private static var price: HelpQuestion {
        let amounts = [Cents(10_000), Cents(50_000), Cents(200_000)]
        let rows: [HTML] = amounts.map { amount in
            let commission = Commission.on(amount)
            return """
                <tr><th scope="row" class="number" data-label="Votre client paie">\(amount.french)</th>\
                <td class="amount" data-label="Commission">\(commission.french)</td>\
                <td class="amount" data-label="Vous recevez">\((amount - commission).french)</td></tr>
                """
        }
        return HelpQuestion(
            id: "prix",
            title: "Combien cela coûte-t-il\u{A0}?",
            answer: """
                <p>Rien à l’installation, pas d’abonnement. Chaque paiement en ligne donne lieu à une commission de \
                <strong>1,7\u{A0}% + 0,25\u{A0}€</strong>, qui couvre les frais de Stripe et la part de NeedMe. Un virement, un chèque ou des \
                espèces ne coûtent rien.</p>
                <div class="scroll"><table class="list"><caption>Par exemple</caption>
                <thead><tr><th scope="col">Votre client paie</th><th scope="col" class="amount">Commission</th>\
                <th scope="col" class="amount">Vous recevez</th></tr></thead>
                <tbody>\(rows)</tbody></table></div>
                """
        )
    }

    private static let activation = HelpQuestion(
        id: "activer",
        title: "Comment l’activer\u{A0}?",
        answer: """
            <ol>
            <li>En haut à droite, ouvrez <strong>Profil</strong>, puis <strong>Mon entreprise</strong>.</li>
            <li>Ouvrez l’onglet <a href="/entreprise/paiement-en-ligne">Paiement en ligne</a>.</li>
            <li>Cliquez sur <strong>Activer le paiement en ligne</strong>\u{A0}: la page de Stripe s’affiche.</li>
            <li>Connectez-vous à Stripe, ou laissez-vous guider pour créer votre compte.</li>
            </ol>
            \(HelpPicture.activation.html)
            <p>À la fin, Stripe vous ramène dans NeedMe. L’onglet indique <strong>Actif</strong>\u{A0}: vos factures peuvent être payées en \
            ligne.</p>
            \(HelpPicture.active.html)
            """
    )

    private static let stripeForm = HelpQuestion(
        id: "stripe",
        title: "Que me demande Stripe\u{A0}?",
        answer: """
            <p>La présentation peut changer, les étapes restent celles-ci\u{A0}:</p>
            <ol>
            <li><strong>Votre adresse e-mail</strong>, qui servira à vous connecter et à recevoir les messages de Stripe.</li>
            <li><strong>Vous</strong>\u{A0}: nom et prénom, date de naissance, adresse personnelle, téléphone. Un code de sécurité est envoyé à \
            ce numéro.</li>
            <li><strong>Votre activité</strong>\u{A0}: secteur, site internet (ou page de profil si vous n’en avez pas), description de ce que \
            vous vendez, numéro de TVA si vous en avez un.</li>
            <li><strong>Votre IBAN</strong>, où Stripe versera vos encaissements.</li>
            <li><strong>Ce que vos clients liront</strong>\u{A0}: le libellé de leur relevé bancaire, sa version courte, un téléphone.</li>
            <li><strong>Votre pièce d’identité</strong>, en photo ou numérisée\u{A0}: la loi oblige Stripe à vérifier qui vous êtes.</li>
            <li><strong>Un récapitulatif</strong>, que vous relisez et validez.</li>
            </ol>
            <p>S’il manque quelque chose, l’onglet dit quoi, et un bouton <strong>Reprendre</strong> vous y ramène.</p>
            """
    )

    private static let ownAccount = HelpQuestion(
        id: "compte-existant",
        title: "J’ai déjà un compte Stripe. Puis-je m’en servir\u{A0}?",
        answer: """
            <p>Oui. Sur la page de Stripe, connectez-vous au lieu de créer un compte\u{A0}: vos informations sont reprises.</p>
            <p>Si l’onglet propose aussi <strong>J’ai déjà un compte Stripe</strong>, ce bouton relie votre compte tel qu’il est\u{A0}: Stripe \
            continue alors de vous facturer ses frais, et NeedMe n’ajoute que 0,2\u{A0}%.</p>
            """
    )
}
