import Operations
import Web

extension Dashboard {
    func logInForm(_ visit: Visit) -> Response {
        visit.member == nil ? logInPage(visit, email: "", problem: nil) : .redirect(to: "/")
    }

    func logIn(_ visit: Visit) throws -> Response {
        let (email, password) = ((visit.form["email"] ?? "").trimmed, visit.form["password"] ?? "")
        let isPlausible = email.utf8.count <= 254 && password.unicodeScalars.count <= PasswordRule.maximum
        let outcome =
            isPlausible
            ? try LogIn(email: email, password: password, agent: visit.agent, browser: visit.browserToken).run(
                in: office
            )
            : .wrong
        switch outcome {
        case .opened(let entry): return Response.redirect(to: "/").entering(entry)
        case .owesCode(let token):
            let cookie = Cookie(Visit.stepCookie, value: token.text, maximumAge: Int(FinishLogIn.patience))
            return Response.redirect(to: "/connexion/code").setting(cookie)
        case .tooMany(let moment):
            let problem = SecurityRefusal.tooMany(until: moment).french(at: office.outside.now())
            return logInPage(visit, email: email, problem: problem, status: 429)
        case .wrong:
            // Not a word of which of the two is wrong.
            let problem = "Adresse e-mail ou mot de passe incorrect."
            return logInPage(visit, email: email, problem: problem, status: 422)
        }
    }

    func logOut(_ visit: Visit) throws -> Response {
        if let token = visit.sessionToken { try LogOut(token: token).run(in: office) }
        return Response.redirect(to: "/").setting(Cookie(Visit.sessionCookie, value: "", maximumAge: 0))
    }

    private func logInPage(_ visit: Visit, email: String, problem: String?, status: Int = 200) -> Response {
        VisitorForm(
            title: "Se connecter",
            action: "/connexion",
            button: "Se connecter",
            fields: [
                FormField(
                    "email",
                    "Adresse e-mail",
                    value: email,
                    kind: .email,
                    limit: 254,
                    autocomplete: "email",
                    isRequired: true
                ).html,
                FormField(
                    "password",
                    "Mot de passe",
                    kind: .password,
                    limit: PasswordRule.maximum,
                    autocomplete: "current-password",
                    isRequired: true
                ).html,
            ],
            problem: problem,
            notice: LogInNotice(visit)?.html,
            foot:
                "<a href=\"/mot-de-passe-oublie\">Mot de passe oublié\u{A0}?</a><br>Pas encore de compte\u{A0}? <a href=\"/inscription\">Créer mon compte</a>"
        ).response(visit, self, status: status)
    }
}

/// What was just done by whoever is led to the log-in.
private enum LogInNotice: String {
    case password = "mot-de-passe"
    case address = "adresse"
    case closed = "compte-ferme"

    init?(_ visit: Visit) {
        guard visit.request.method != .post, let word = visit.request.query["fait"] else { return nil }
        self.init(rawValue: word)
    }

    var html: HTML {
        switch self {
        case .password: "<p class=\"success\" role=\"status\">Votre nouveau mot de passe est enregistré.</p>"
        case .address: "<p class=\"success\" role=\"status\">Votre adresse e-mail est confirmée.</p>"
        case .closed: "<p class=\"success\" role=\"status\">Votre compte est fermé.</p>"
        }
    }
}
