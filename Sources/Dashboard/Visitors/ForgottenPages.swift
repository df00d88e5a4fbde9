import Operations
import Store
import Web

extension Dashboard {
    /// « Mot de passe oublié »: asks where to send the link.
    func forgottenForm(_ visit: Visit) -> Response {
        forgottenPage(visit, email: visit.member?.email ?? "", message: nil)
    }

    func requestNewPassword(_ visit: Visit) throws -> Response {
        var typed = Typed(visit.form)
        let address = typed.required("email", "Indiquez votre adresse e-mail.", limit: 254)
        let email = typed.value("email", "Cette adresse e-mail n’est pas valide.", limit: 254, EmailAddress.read)
        guard typed.isSound, let email else {
            return forgottenPage(visit, email: address, message: typed.messages["email"], status: 422)
        }
        try RequestNewPassword(email: email).run(in: office)
        // The same for every address.
        return VisitorMessage(
            title: "Consultez vos e-mails",
            text: """
                <p>Si un compte existe avec l’adresse <strong>\(email)</strong>, un lien vient de lui être envoyé. Il est valable \
                une heure.</p>
                <p>Rien reçu dans quelques minutes\u{A0}? Regardez dans les indésirables et vérifiez l’adresse.</p>
                """,
            links: "<a href=\"/connexion\">Se connecter</a>"
        ).response(self)
    }

    /// The page behind the link of the letter.
    func newPasswordForm(_ visit: Visit, _ key: String) -> Response {
        guard let key = Token(key) else { return deadLink }
        return newPasswordPage(visit, key, message: nil)
    }

    func setNewPassword(_ visit: Visit, _ key: String) throws -> Response {
        guard let key = Token(key) else { return deadLink }
        let password = visit.form["new_password"] ?? ""
        guard PasswordRule.allows(password) else {
            return newPasswordPage(visit, key, message: PasswordRule.sentence, status: 422)
        }
        do {
            let browser = try SetForgottenPassword(key: key, password: password).run(in: office)
            return Response.redirect(to: "/connexion?fait=mot-de-passe")
                .setting(Cookie(Visit.sessionCookie, value: "", maximumAge: 0)).setting(.known(browser))
        } catch is SecurityRefusal {
            return deadLink
        }
    }

    /// A link that was used, or is too old: what to do instead.
    var deadLink: Response {
        VisitorMessage(
            title: "Ce lien ne fonctionne plus",
            text: "<p>Il a déjà servi, il est trop ancien, ou il n’a pas été copié en entier.</p>",
            links: """
                <a href="/mot-de-passe-oublie">Demander un nouveau mot de passe</a><br>\
                <a href="/entreprise/securite">Demander un autre lien de confirmation</a>
                """,
            status: 410
        ).response(self)
    }

    private func forgottenPage(_ visit: Visit, email: String, message: String?, status: Int = 200) -> Response {
        VisitorForm(
            title: "Mot de passe oublié",
            action: "/mot-de-passe-oublie",
            button: "Recevoir un lien",
            fields: [
                FormField(
                    "email",
                    "Adresse e-mail",
                    value: email,
                    message: message,
                    kind: .email,
                    hint: "Nous y envoyons un lien pour choisir un nouveau mot de passe.",
                    limit: 254,
                    autocomplete: "email",
                    isRequired: true
                ).html
            ],
            foot: "<a href=\"/connexion\">Se connecter</a>"
        ).response(visit, self, status: status)
    }

    private func newPasswordPage(_ visit: Visit, _ key: Token, message: String?, status: Int = 200) -> Response {
        VisitorForm(
            title: "Nouveau mot de passe",
            action: "/mot-de-passe/\(key.text)",
            button: "Enregistrer",
            fields: [PasswordRule.field("new_password", message: message)],
            foot: "Tous les navigateurs connectés à ce compte seront déconnectés."
        ).response(visit, self, status: status)
    }
}

/// Something said to somebody who is not logged in.
struct VisitorMessage {
    let title: String
    let text: HTML
    let links: HTML
    var status = 200

    func response(_ dashboard: Dashboard) -> Response {
        let body: HTML = """
            <main class="message">
            <a class="brand" href="/">NeedMe</a>
            <h1>\(title)</h1>
            \(text)
            <p>\(links)</p>
            </main>
            """
        return .page(Document(title: title, assets: dashboard.assets, style: "plain", body: body).html, status: status)
    }
}
