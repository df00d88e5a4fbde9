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
    }

    /// On one line.
    public let subject: String
    /// A few lines.
    public let text: String

    /// The letter.
    ///
    /// - Parameters:
    ///   - matter: what it is about.
    ///   - origin: where people reach us, without a slash at its end.
    public init(_ matter: Matter, origin: String) {
        let words = matter.words(origin)
        subject = words.subject
        text = "Bonjour,\n\n\(words.body)\n\nNeedMe\n\(origin)\n"
    }
}

extension AccountLetter.Matter {
    fileprivate func words(_ origin: String) -> (subject: String, body: String) {
        switch self {
        case .confirm(let link):
            (
                "Confirmez votre adresse e-mail",
                """
                Un compte NeedMe a été ouvert avec cette adresse. Pour la confirmer, ouvrez ce lien\u{A0}:
                \(link)

                Il est valable sept jours. Si vous n’avez pas ouvert de compte, ignorez ce message.
                """
            )
        case .change(let link):
            (
                "Confirmez votre nouvelle adresse e-mail",
                """
                Vous avez demandé à utiliser cette adresse pour votre compte NeedMe. Pour la confirmer, ouvrez ce lien\u{A0}:
                \(link)

                Il est valable sept jours. Tant que vous ne l’avez pas suivi, rien ne change. Si vous n’avez rien \
                demandé, ignorez ce message.
                """
            )
        case .reset(let link):
            (
                "Choisissez un nouveau mot de passe",
                """
                Un nouveau mot de passe a été demandé pour votre compte NeedMe. Pour le choisir, ouvrez ce lien\u{A0}:
                \(link)

                Il est valable une heure et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce message\u{A0}: \
                votre mot de passe reste le même.
                """
            )
        case .passwordChanged(let moment):
            (
                "Votre mot de passe a été changé",
                Self.told("Le mot de passe de votre compte NeedMe a été changé", moment, origin)
            )
        case .addressChanged(let moment):
            (
                "Votre adresse e-mail a été remplacée",
                """
                L’adresse de votre compte NeedMe a été remplacée le \(moment.french)\u{A0}: vous vous connectez désormais \
                avec la nouvelle, et cette adresse-ci ne recevra plus de message.

                Si ce n’est pas vous, prévenez sans attendre l’exploitant de ce site.
                """
            )
        case .factorOn(let moment):
            (
                "Double authentification activée",
                Self.told("La double authentification de votre compte NeedMe a été activée", moment, origin)
            )
        case .factorOff(let moment):
            (
                "Double authentification désactivée",
                Self.told("La double authentification de votre compte NeedMe a été désactivée", moment, origin)
            )
        }
    }

    private static func told(_ event: String, _ moment: ParisTime, _ origin: String) -> String {
        """
        \(event) le \(moment.french).

        Si ce n’est pas vous, choisissez sans attendre un nouveau mot de passe\u{A0}:
        \(origin)/mot-de-passe-oublie
        """
    }
}
