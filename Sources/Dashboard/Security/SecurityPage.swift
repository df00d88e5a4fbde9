import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    /// The tab « Équipe et sécurité »: what is wrong stands next to its field.
    func securityPage(_ guest: Guest, _ messages: [String: String] = [:], status: Int = 200) throws -> Response {
        let (member, now) = (guest.member, office.outside.now())
        let sessions = try reader.openSessions(of: member.userID, asking: guest.token.fingerprint, now: now)
        let body: HTML = """
            \(CompanyTab.security.heading)
            \(formAlert(messages))
            \(address(guest, messages))
            \(password(guest, messages))
            \(try factor(guest, messages))
            \(SessionList(sessions: sessions, member: member).html)
            <section class="sheet"><h2>Équipe</h2><p>Ce compte est le seul qui ouvre cette entreprise.</p></section>
            """
        return layout("Équipe et sécurité", guest).response(status: status, body)
    }

    private func address(_ guest: Guest, _ messages: [String: String]) -> HTML {
        """
        <form method="post" action="/entreprise/securite/adresse" class="sheet" novalidate>\(formToken(guest.member))
        <h2>Adresse e-mail</h2>
        <p>Vous vous connectez avec <strong>\(guest.member.email)</strong>\(
            guest.member.isConfirmed ? ", adresse confirmée." : ", adresse à confirmer.")</p>
        \(FormField("new_email", "Nouvelle adresse e-mail", value: guest.form["new_email"] ?? "",
            message: messages["new_email"], kind: .email, hint: "Nous y envoyons un lien\u{A0}: rien ne change avant que vous l’ouvriez.",
            limit: 254, autocomplete: "email", isRequired: true).html)
        \(own("address_password", messages))
        <p class="actions"><button>Changer d’adresse</button></p>
        </form>
        """
    }

    private func password(_ guest: Guest, _ messages: [String: String]) -> HTML {
        """
        <form method="post" action="/entreprise/securite/mot-de-passe" class="sheet" novalidate>\(formToken(guest.member))
        <h2>Mot de passe</h2>
        <p class="hint">Vos autres navigateurs seront déconnectés.</p>
        \(own("old_password", messages))
        \(PasswordRule.field("new_password", message: messages["new_password"]))
        <p class="actions"><button>Changer le mot de passe</button></p>
        </form>
        """
    }

    /// The field in which somebody types the password they have.
    func own(_ name: String, _ messages: [String: String]) -> HTML {
        FormField(
            name,
            "Mot de passe actuel",
            message: messages[name],
            kind: .password,
            limit: PasswordRule.maximum,
            autocomplete: "current-password",
            isRequired: true
        ).html
    }
}
