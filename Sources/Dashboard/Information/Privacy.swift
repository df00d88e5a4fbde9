import Web

/// « Confidentialité »: what is known of whom, why and for how long (RGPD, articles 13 and 30).
struct Privacy {
    private let siteOperator: Operator

    init(_ siteOperator: Operator) {
        self.siteOperator = siteOperator
    }

    var page: InformationPage {
        InformationPage(
            title: "Confidentialité",
            summary: "Les données que NeedMe conserve, pourquoi, pendant combien de temps, et vos droits.",
            body: """
                <p class="lead">NeedMe ne conserve que ce qu’il faut pour facturer et être payé. Rien n’est vendu, aucune \
                publicité, aucune mesure d’audience.</p>
                <p>Responsable\u{A0}: \(siteOperator.name), \(siteOperator.address), \(siteOperator.mailLink). Pour les données des clients \
                d’un indépendant, c’est cet indépendant qui est responsable, et nous agissons pour lui.</p>
                \(PrivacyTable.html)
                \(recipients)
                \(Self.cookies)
                \(rights)
                """
        )
    }

    private var recipients: HTML {
        """
        <h2>Qui d’autre y a accès</h2>
        <ul>
        <li><strong>\(siteOperator.host.name)</strong>, qui héberge nos machines.</li>
        <li><strong>Stripe Payments Europe, Limited</strong> (Dublin), qui encaisse les paiements en ligne. Stripe décide lui-même d’une \
        partie de ses traitements (identité, fraude) et peut transférer des données aux États-Unis, sous le cadre de protection \
        UE–États-Unis et les clauses types de la Commission. Le numéro de carte est saisi chez Stripe\u{A0}: nous ne le voyons \
        jamais.</li>
        \(siteOperator.mailCarrier.map { "<li><strong>\($0)</strong>, qui achemine nos e-mails.</li>" as HTML })
        </ul>
        <p>Un client voit la facture ou le devis qui lui est adressé, et rien d’autre. Nous ne communiquons à une autorité que \
        ce que la loi lui permet d’exiger.</p>
        """
    }

    private static let cookies: HTML = """
        <h2>Cookies</h2>
        <p>Aucun ne sert à vous suivre, et c’est pourquoi aucun bandeau ne vous demande rien\u{A0}: ceux-ci sont indispensables et \
        dispensés de consentement (loi n°\u{A0}78-17 du 6 janvier 1978, article 82).</p>
        <ul>
        <li><span class="code">__Host-session</span>\u{A0}: vous garde connecté, quatorze jours au plus.</li>
        <li><span class="code">__Host-visiteur</span>\u{A0}: protège les formulaires de connexion et d’inscription, jusqu’à la fermeture \
        du navigateur.</li>
        <li><span class="code">__Host-etape</span>\u{A0}: relie votre mot de passe au code de la double authentification, quelques \
        minutes.</li>
        <li><span class="code">__Host-navigateur</span>\u{A0}: reconnaît un navigateur d’où vous vous êtes déjà connecté, pour que les essais \
        d’inconnus sur votre compte ne vous fassent pas attendre\u{A0}; 180 jours après la dernière connexion.</li>
        </ul>
        <p>La page d’une facture, que lit votre client, n’en dépose aucun.</p>
        """

    private var rights: HTML {
        """
        <h2>Vos droits</h2>
        <p>Vous pouvez demander à voir vos données, à les corriger, à les effacer, à les recevoir dans un format courant (c’est l’archive de l’onglet Données), à en limiter \
        l’usage ou à vous y opposer\u{A0}: écrivez à \(siteOperator.mailLink), nous répondons dans le mois. Ce que la loi oblige à garder \
        (factures, avoirs, registre) l’est jusqu’à son terme. Si vous êtes le client d’un indépendant, écrivez-lui d’abord\u{A0}: ses \
        coordonnées sont sur sa facture.</p>
        <p>Vous pouvez aussi saisir la CNIL\u{A0}: 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, \
        <a href="https://www.cnil.fr/fr/plaintes">cnil.fr</a>.</p>
        """
    }
}

/// Each kind of data, with its purpose, its ground and its time.
private enum PrivacyTable {
    private static let rows: [(data: String, purpose: String, ground: String, time: String)] = [
        (
            "Compte\u{A0}: e-mail, mot de passe (seulement son empreinte), double authentification, navigateurs connectés",
            "Ouvrir votre compte et le protéger", "Contrat",
            "Tant que le compte existe\u{A0}; sans adresse confirmée ni entreprise, 180 jours après la dernière connexion\u{A0}; une session, quatorze jours"
        ),
        (
            "Entreprise\u{A0}: nom, adresse, SIREN, coordonnées, IBAN", "Établir vos documents",
            "Contrat, obligation légale",
            "Tant que le compte existe, puis dans vos documents, et avec eux"
        ),
        (
            "Clients\u{A0}: nom, adresse, e-mail, identifiants", "Leur adresser vos documents",
            "Pour votre compte", "Jusqu’à ce que vous les effaciez, puis dans vos documents"
        ),
        (
            "Factures, avoirs, registre des recettes", "Facturer, prouver, déclarer",
            "Obligation légale (code de commerce, article L123-22)",
            "Dix ans à compter de la clôture de l’exercice\u{A0}; compte fermé, tout est effacé le lendemain"
        ),
        (
            "Devis et réponse du client, avec le nom de qui répond", "Prouver l’accord", "Contrat",
            "Dix ans s’il est accepté, sinon tant que le compte existe"
        ),
        (
            "Paiements en ligne\u{A0}: montant, date, état, références de Stripe", "Encaisser, rapprocher, rembourser",
            "Contrat, obligation légale", "Dix ans"
        ),
        (
            "E-mails envoyés pour vous\u{A0}: destinataire, objet, texte, remise ou refus",
            "Envoyer, relancer, vous dire s’ils sont arrivés",
            "Contrat", "Avec le document\u{A0}; leur texte, jusqu’à la fermeture du compte"
        ),
        (
            "Première ouverture d’une facture par son client", "Vous dire qu’elle a été vue", "Intérêt légitime",
            "Avec la facture"
        ),
        (
            "Journaux techniques\u{A0}: adresse IP, page sans sa partie secrète, navigateur", "Sécurité, pannes",
            "Intérêt légitime", "Six mois au plus"
        ),
    ]

    static var html: HTML {
        let lines: [HTML] = rows.map { row in
            """
            <tr><th scope="row">\(row.data)</th><td data-label="Pourquoi">\(row.purpose)</td>\
            <td data-label="Fondement">\(row.ground)</td><td data-label="Durée">\(row.time)</td></tr>
            """
        }
        return """
            <h2>Ce que nous conservons</h2>
            <div class="scroll" role="region" aria-label="Données conservées" tabindex="0"><table class="list">
            <caption>Par nature de données</caption>
            <thead><tr><th scope="col">Données</th><th scope="col">Pourquoi</th><th scope="col">Fondement</th>\
            <th scope="col">Durée</th></tr></thead>
            <tbody>\(lines)</tbody></table></div>
            """
    }
}
