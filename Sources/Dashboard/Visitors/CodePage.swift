import Operations
import Web

extension Dashboard {
    /// The second step of a log-in.
    func codeForm(_ visit: Visit) -> Response {
        guard visit.member == nil else { return .redirect(to: "/") }
        return visit.begunLogIn == nil ? .redirect(to: "/connexion") : codePage(visit, problem: nil)
    }

    func finishLogIn(_ visit: Visit) throws -> Response {
        guard let begun = visit.begunLogIn else { return .redirect(to: "/connexion") }
        let code = visit.form["code"] ?? ""
        do {
            let step = FinishLogIn(begun: begun, code: code, agent: visit.agent, browser: visit.browserToken)
            let entry = try step.run(in: office)
            return Response.redirect(to: "/")
                .setting(Cookie(Visit.stepCookie, value: "", maximumAge: 0)).entering(entry)
        } catch SecurityRefusal.deadLink {
            return .redirect(to: "/connexion")
        } catch let refusal as SecurityRefusal {
            return codePage(visit, problem: refusal.french(at: office.outside.now()), status: refusal.status)
        }
    }

    private func codePage(_ visit: Visit, problem: String?, status: Int = 200) -> Response {
        VisitorForm(
            title: "Code de connexion",
            action: "/connexion/code",
            button: "Se connecter",
            fields: [
                FormField(
                    "code",
                    "Code",
                    message: problem,
                    hint: "Les six chiffres que montre votre application, ou l’un de vos codes de secours.",
                    limit: 40,
                    autocomplete: "one-time-code",
                    isRequired: true
                ).html
            ],
            foot: "<a href=\"/connexion\">Recommencer avec un autre compte</a>"
        ).response(visit, self, status: status)
    }
}

extension Visit {
    /// What the first step of a log-in gave this browser.
    fileprivate var begunLogIn: Token? { request.cookie(Self.stepCookie).flatMap(Token.init) }
}
