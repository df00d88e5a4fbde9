import Operations
import Web

extension Dashboard {
    func signUpForm(_ visit: Visit) -> Response {
        visit.member == nil ? signUpPage(visit, email: "", messages: [:]) : .redirect(to: "/")
    }

    func signUp(_ visit: Visit) throws -> Response {
        var typed = Typed(visit.form)
        let address = typed.required("email", "Indiquez votre adresse e-mail.", limit: 254)
        let email = typed.value("email", "Cette adresse e-mail n’est pas valide.", limit: 254, EmailAddress.read)
        let password = visit.form["password"] ?? ""
        if !PasswordRule.allows(password) { typed.refuse("password", PasswordRule.sentence) }
        guard typed.isSound, let email else {
            return signUpPage(visit, email: address, messages: typed.messages, status: 422)
        }
        let signUp = SignUp(email: email, password: password, agent: visit.agent, browser: visit.browserToken)
        guard let entry = try signUp.run(in: office) else {
            let message = "Un compte existe déjà avec cette adresse. Connectez-vous."
            return signUpPage(visit, email: address, messages: ["email": message], status: 422)
        }
        return Response.redirect(to: "/entreprise").entering(entry)
    }

    private func signUpPage(
        _ visit: Visit,
        email: String,
        messages: [String: String],
        status: Int = 200
    ) -> Response {
        VisitorForm(
            title: "Créer mon compte",
            action: "/inscription",
            button: "Créer mon compte",
            fields: [
                FormField(
                    "email",
                    "Adresse e-mail",
                    value: email,
                    message: messages["email"],
                    kind: .email,
                    limit: 254,
                    autocomplete: "email",
                    isRequired: true
                ).html,
                PasswordRule.field("password", "Mot de passe", message: messages["password"]),
            ],
            problem: nil,
            foot: "Vous avez déjà un compte\u{A0}? <a href=\"/connexion\">Se connecter</a>"
        ).response(visit, self, status: status)
    }
}

/// What a password must be: long rather than odd (NIST SP 800-63B §5.1.1.2), and not so long that hashing it is a burden.
enum PasswordRule {
    static let minimum = 12
    static let maximum = 128
    static let sentence = "Choisissez un mot de passe de \(minimum) à \(maximum) caractères."

    /// The field in which a new one is chosen.
    static func field(_ name: String, _ label: String = "Nouveau mot de passe", message: String?) -> HTML {
        FormField(
            name,
            label,
            message: message,
            kind: .password,
            hint: "\(minimum) caractères au moins.",
            limit: maximum,
            autocomplete: "new-password",
            isRequired: true
        ).html
    }

    static func allows(_ password: String) -> Bool {
        (minimum...maximum).contains(password.unicodeScalars.count)
    }
}

extension Response {
    /// The same answer to a browser in which somebody has come in: their session, and what says that they did.
    func entering(_ entry: Entry) -> Response {
        setting(Cookie(Visit.sessionCookie, value: entry.session.text, maximumAge: Int(sessionLifetime)))
            .setting(.known(entry.browser))
    }
}

extension Cookie {
    /// The cookie of a browser from which somebody has come in.
    static func known(_ browser: Token) -> Cookie {
        Cookie(Visit.browserCookie, value: browser.text, maximumAge: Int(browserMemory))
    }
}
