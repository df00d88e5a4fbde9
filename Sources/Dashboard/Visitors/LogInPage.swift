import Operations
import Web

extension Dashboard {
    func logInForm(_ visit: Visit) -> Response {
        visit.member == nil ? logInPage(visit, email: "", problem: nil) : .redirect(to: "/")
    }

    func logIn(_ visit: Visit) throws -> Response {
        let (email, password) = ((visit.form["email"] ?? "").trimmed, visit.form["password"] ?? "")
        let isPlausible = email.utf8.count <= 254 && password.unicodeScalars.count <= PasswordRule.maximum
        guard isPlausible, let token = try LogIn(email: email, password: password).run(in: office) else {
            // Not a word of which of the two is wrong.
            let problem = "Adresse e-mail ou mot de passe incorrect."
            return logInPage(visit, email: email, problem: problem, status: 422)
        }
        return Response.redirect(to: "/").setting(.session(token))
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
                    autocomplete: "username",
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
            foot: "Pas encore de compte\u{A0}? <a href=\"/inscription\">Créer mon compte</a>"
        ).response(visit, self, status: status)
    }
}
