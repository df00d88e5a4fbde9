import Web

/// « Mentions légales ».
struct LegalNotice {
    private let siteOperator: Operator

    init(_ siteOperator: Operator) {
        self.siteOperator = siteOperator
    }

    var page: InformationPage {
        InformationPage(
            title: "Mentions légales",
            summary: "Qui édite et héberge NeedMe, et comment nous joindre.",
            body: """
                <h2>Éditeur</h2>
                <dl class="facts">
                <dt>Nom</dt><dd>\(siteOperator.name)</dd>
                <dt>Forme juridique</dt><dd>\(siteOperator.legalForm)</dd>
                <dt>Adresse</dt><dd>\(siteOperator.address)</dd>
                <dt>SIREN</dt><dd>\(siteOperator.siren)</dd>
                \(siteOperator.registration.map { "<dt>Immatriculation</dt><dd>\($0)</dd>" as HTML })
                <dt>N° de TVA</dt><dd>\(siteOperator.vatNumber ?? "aucun")</dd>
                <dt>E-mail</dt><dd>\(siteOperator.mailLink)</dd>
                <dt>Téléphone</dt><dd>\(siteOperator.phone)</dd>
                <dt>Directeur de la publication</dt><dd>\(siteOperator.director)</dd>
                </dl>
                <h2>Hébergeur</h2>
                <dl class="facts">
                <dt>Nom</dt><dd>\(siteOperator.host.name)</dd>
                <dt>Adresse</dt><dd>\(siteOperator.host.address)</dd>
                <dt>Téléphone</dt><dd>\(siteOperator.host.phone)</dd>
                </dl>
                <h2>Paiements</h2>
                <p>Les paiements en ligne sont exécutés par Stripe Payments Europe, Limited (Dublin, Irlande). \(siteOperator.name) ne \
                reçoit ni ne détient les sommes que vos clients vous règlent.</p>
                <h2>Signaler un contenu</h2>
                <p>Une facture, un devis ou un message reçu par NeedMe vous paraît frauduleux\u{A0}? Écrivez à \(siteOperator.mailLink) en \
                joignant le lien reçu. Ne payez pas avant d’avoir vérifié auprès de l’émetteur, par un moyen que vous connaissez.</p>
                <p><a href="/conditions">Conditions d’utilisation</a> · <a href="/confidentialite">Confidentialité</a></p>
                """
        )
    }
}

extension Operator {
    /// Its address, ready to write to.
    var mailLink: HTML { "<a href=\"mailto:\(email)\">\(email)</a>" }
}
