import Accounting
import French
import Payments
import Web

/// « Conditions d’utilisation »: the contract between the operator and the freelancer.
struct Terms {
    private let siteOperator: Operator

    init(_ siteOperator: Operator) {
        self.siteOperator = siteOperator
    }

    var page: InformationPage {
        InformationPage(
            title: "Conditions d’utilisation",
            summary: "Ce que NeedMe fait et ne fait pas, ce qu’il coûte, et le rôle de Stripe.",
            body: """
                <p class="hint">En vigueur depuis le 1er décembre 2026.</p>
                \(scope)
                \(service)
                \(PriceTerms.html)
                \(documents)
                \(ending)
                """
        )
    }

    private var scope: HTML {
        """
        <h2>1. Entre qui et pour quoi</h2>
        <p>Ces conditions lient \(siteOperator.name), qui édite NeedMe (voir les <a href="/mentions-legales">mentions légales</a>), et vous, \
        qui exercez en France une activité professionnelle indépendante. Créer un compte, c’est les accepter. Vos clients, \
        eux, n’ont pas de compte\u{A0}: ils lisent et règlent les documents que vous leur envoyez.</p>
        <p>Vous indiquez des informations exactes et les tenez à jour\u{A0}: elles figurent sur vos factures. Vous gardez votre mot \
        de passe pour vous\u{A0}; ce qui est fait depuis votre compte est réputé l’être par vous, sauf si vous nous avez signalé \
        qu’il a été forcé.</p>
        """
    }

    private var service: HTML {
        """
        <h2>2. Ce que NeedMe fait</h2>
        <ul>
        <li>Il établit vos devis, factures et avoirs, avec leurs mentions et leur numérotation, en PDF et au format Factur-X.</li>
        <li>Il les envoie, ou vous donne un lien à envoyer vous-même, et les garde lisibles derrière ce lien.</li>
        <li>Il propose à vos clients de payer en ligne quand vous l’avez choisi.</li>
        <li>Il tient votre registre des recettes à mesure des encaissements et en calcule les totaux par période.</li>
        </ul>
        <h2>3. Ce que NeedMe ne fait pas</h2>
        <ul>
        <li>Il n’est ni une banque ni un établissement de paiement\u{A0}: il ne reçoit jamais votre argent.</li>
        <li>Il n’est ni expert-comptable, ni avocat, ni conseil fiscal. Les textes et les seuils affichés vous aident\u{A0}; vous \
        restez responsable de vos factures, de vos taux et de vos déclarations.</li>
        <li>Il ne déclare rien à votre place, ni à l’Urssaf ni aux impôts.</li>
        <li>Il n’est pas une plateforme agréée pour la facturation électronique\u{A0}: ses fichiers Factur-X sont faits pour lui être \
        remis quand la loi vous y oblige.</li>
        <li>Il ne recouvre pas vos créances et n’intervient pas dans un litige entre votre client et vous.</li>
        </ul>
        """
    }

    private var documents: HTML {
        """
        <h2>6. Vos documents et vos données</h2>
        <p>Ils sont à vous. Une facture émise ne peut plus être modifiée ni supprimée, comme la loi le veut\u{A0}: elle se corrige par \
        un avoir. Vous pouvez télécharger à tout moment chaque document et votre registre, ou \
        le tout en une archive, dans l’onglet <a href="/entreprise/donnees">Données</a>. La loi vous oblige à les garder dix \
        ans\u{A0}; nous les gardons pour vous pendant ce temps, mais gardez-en une copie.</p>
        <h2>7. Les données de vos clients</h2>
        <p>Vous décidez quelles données de vos clients vous confiez à NeedMe, et pourquoi\u{A0}: vous en êtes responsable, et nous les \
        traitons pour vous (règlement UE 2016/679, article 28). Nous ne les utilisons qu’à établir, envoyer, faire régler et \
        conserver vos documents\u{A0}; les gardons confidentielles et en sûreté\u{A0}; ne recourons qu’aux sous-traitants nommés à la page \
        <a href="/confidentialite">Confidentialité</a>, que nous mettons à jour avant d’en changer\u{A0}; vous aidons à répondre à vos \
        clients\u{A0}; vous prévenons sans tarder d’une violation\u{A0}; et les effaçons à votre demande, sauf ce que la loi oblige à \
        conserver.</p>
        """
    }

    private var ending: HTML {
        """
        <h2>8. Disponibilité et responsabilité</h2>
        <p>Nous faisons ce qu’un professionnel soigneux ferait pour que NeedMe fonctionne sans interruption ni perte, sans pouvoir \
        le garantir. Nous répondons des dommages directs causés par notre faute. Nous ne répondons pas d’une panne de Stripe, \
        de votre banque ou de votre connexion, ni de l’inexactitude de ce que vous avez saisi.</p>
        <h2>9. Cesser</h2>
        <p>Vous pouvez cesser à tout moment, sans frais, en fermant votre compte dans l’onglet \
        <a href="/entreprise/donnees">Données</a>. Vous pouvez aussi ne renoncer qu’au \
        paiement en ligne, en déconnectant Stripe. Nous pouvons fermer un compte qui sert à une fraude ou à une activité \
        illicite, sur-le-champ et en vous disant pourquoi\u{A0}; ou cesser le service, en vous prévenant trois mois avant pour que \
        vous repreniez vos documents.</p>
        <h2>10. Si ces conditions changent</h2>
        <p>Nous vous l’écrivons au moins trente jours avant, par e-mail. Si un changement ne vous convient pas, vous pouvez \
        cesser avant qu’il ne s’applique.</p>
        <h2>11. Droit applicable</h2>
        <p>Ces conditions sont soumises au droit français. À défaut d’accord amiable, un différend est porté devant les tribunaux \
        français compétents.</p>
        """
    }
}

/// What is paid, to whom, and who carries it.
private enum PriceTerms {
    private static let example = Cents(50_000)

    static var html: HTML {
        let commission = Commission.on(example)
        return """
            <h2>4. Ce que NeedMe coûte</h2>
            <p>Ni abonnement, ni frais d’installation. Chaque paiement en ligne donne lieu à une commission de \
            <strong>1,7\u{A0}% + 0,25\u{A0}€</strong>, frais de Stripe compris, retenue sur la somme payée\u{A0}: sur \(example.french), \
            \(commission.french), et vous recevez \((example - commission).french). Rien n’est dû sur un virement, un chèque ou des \
            espèces. La commission ne peut être répercutée sur votre client (code monétaire et financier, article L112-12). Si vous \
            le remboursez, elle ne vous est pas rendue.</p>
            <p>Si vous reliez un compte Stripe que vous aviez déjà, Stripe continue de vous facturer ses propres frais et NeedMe \
            retient 0,2\u{A0}%.</p>
            <h2>5. Le paiement en ligne et Stripe</h2>
            <p>Les paiements sont exécutés par Stripe Payments Europe, Limited, sur votre propre compte Stripe et en votre nom. Pour \
            l’ouvrir, vous acceptez les conditions de Stripe, qui vérifie votre identité, comme la loi l’y oblige, et verse \
            les sommes sur votre compte bancaire. Stripe peut refuser un compte ou le suspendre\u{A0}; nous n’y pouvons rien. Les \
            remboursements et les litiges avec la banque de votre client se règlent chez Stripe et sont à votre charge\u{A0}; NeedMe \
            vous les signale.</p>
            """
    }
}
