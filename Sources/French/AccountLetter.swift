public import Accounting

/// What somebody is told by mail about their account.
public struct AccountLetter: Sendable, Equatable {
    /// What it is about.
    public enum Matter: Sendable, Equatable {
        /// The address somebody signed up with; the link confirms it.
        case confirm(String)
        /// The address somebody wants instead of theirs; the link confirms it.
        case change(String)
        /// A forgotten password; the link gives another.
        case reset(String)
        /// The password was changed.
        case passwordChanged(on: ParisTime)
        /// Another address opens the account.
        case addressChanged(on: ParisTime)
        /// A code is asked for.
        case factorOn(on: ParisTime)
        /// No code is asked for any more.
        case factorOff(on: ParisTime)
        /// The account is closed; what was issued is kept until a day, nil when nothing was.
        case closed(on: ParisTime, keptUntil: Day?)
    }

    /// On one line.
    public let subject: String
    /// What it says, and the link to what can be done about it.
    public let passages: [Passage]

    /// The letter.
    ///
    /// - Parameters:
    ///   - matter: what it is about.
    ///   - origin: where people reach us, without a slash at its end.
    public init(_ matter: Matter, origin: String) {
        subject = matter.subject
        let words = matter.passages(origin)
        passages = [Passage("Bonjour,\n\n" + words[0].text, link: words[0].link)] + words.dropFirst()
    }
}

extension AccountLetter.Matter {
    fileprivate var subject: String {
        switch self {
        case .confirm: "Confirmez votre adresse e-mail"
        case .change: "Confirmez votre nouvelle adresse e-mail"
        case .reset: "Choisissez un nouveau mot de passe"
        case .passwordChanged: "Votre mot de passe a été changé"
        case .addressChanged: "Votre adresse e-mail a été remplacée"
        case .factorOn: "Double authentification activée"
        case .factorOff: "Double authentification désactivée"
        case .closed: "Votre compte NeedMe est fermé"
        }
    }

    fileprivate func passages(_ origin: String) -> [Passage] {
        switch self {
        case .confirm(let link):
            [
                Passage(
                    "Un compte NeedMe a été ouvert avec cette adresse. Pour la confirmer, ouvrez ce lien\u{A0}:",
                    link: Passage.Link("Confirmer mon adresse", link)
                ),
                Passage("Il est valable sept jours. Si vous n’avez pas ouvert de compte, ignorez ce message."),
            ]
        case .change(let link):
            [
                Passage(
                    """
                    Vous avez demandé à utiliser cette adresse pour votre compte NeedMe. Pour la confirmer, ouvrez ce \
                    lien\u{A0}:
                    """,
                    link: Passage.Link("Confirmer ma nouvelle adresse", link)
                ),
                Passage(
                    """
                    Il est valable sept jours. Tant que vous ne l’avez pas suivi, rien ne change. Si vous n’avez rien \
                    demandé, ignorez ce message.
                    """
                ),
            ]
        case .reset(let link):
            [
                Passage(
                    """
                    Un nouveau mot de passe a été demandé pour votre compte NeedMe. Pour le choisir, ouvrez ce \
                    lien\u{A0}:
                    """,
                    link: Passage.Link("Choisir un mot de passe", link)
                ),
                Passage(
                    """
                    Il est valable une heure et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce \
                    message\u{A0}: votre mot de passe reste le même.
                    """
                ),
            ]
        case .passwordChanged(let moment):
            [Self.told("Le mot de passe de votre compte NeedMe a été changé", moment, origin)]
        case .addressChanged(let moment):
            [
                Passage(
                    """
                    L’adresse de votre compte NeedMe a été remplacée le \(moment.french)\u{A0}: vous vous connectez \
                    désormais avec la nouvelle, et cette adresse-ci ne recevra plus de message.

                    Si ce n’est pas vous, prévenez sans attendre l’exploitant de ce site.
                    """,
                    link: Passage.Link("Mentions légales et contact", origin + "/mentions-legales")
                )
            ]
        case .factorOn(let moment):
            [Self.told("La double authentification de votre compte NeedMe a été activée", moment, origin)]
        case .factorOff(let moment):
            [Self.told("La double authentification de votre compte NeedMe a été désactivée", moment, origin)]
        case .closed(let moment, let day):
            [
                Passage(
                    """
                    Votre compte NeedMe a été fermé le \(moment.french), comme vous l’avez demandé. Vos coordonnées \
                    bancaires, votre logo, les coordonnées de vos clients, vos brouillons et vos accès sont effacés\u{A0}; ce \
                    message est le dernier.

                    \(Self.kept(until: day))

                    Si ce n’est pas vous, prévenez sans attendre l’exploitant de ce site.
                    """,
                    link: Passage.Link("Mentions légales et contact", origin + "/mentions-legales")
                )
            ]
        }
    }

    private static func kept(until day: Day?) -> String {
        guard let day else { return "Vous n’avez ni facture émise, ni devis accepté\u{A0}: rien n’est conservé." }
        return """
            Ce que la loi oblige à garder l’est jusqu’au \(day.frenchLong), puis sera effacé\u{A0}: vos factures, vos avoirs, \
            vos devis envoyés et votre registre des recettes (article L123-22 du code de commerce). Jusque-là, les liens de \
            vos clients ouvrent encore leurs factures, sans paiement en ligne.
            """
    }

    private static func told(_ event: String, _ moment: ParisTime, _ origin: String) -> Passage {
        Passage(
            """
            \(event) le \(moment.french).

            Si ce n’est pas vous, choisissez sans attendre un nouveau mot de passe\u{A0}:
            """,
            link: Passage.Link("Choisir un mot de passe", origin + "/mot-de-passe-oublie")
        )
    }
}
