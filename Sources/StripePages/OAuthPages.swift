import Operations
import Store
import Web

extension StripePages {
    /// A freelancer clicks « J’ai déjà un compte Stripe ».
    func startOAuth(_ request: Request) throws -> Response {
        try gesture(request) { member, companyID in
            guard let session = sessionToken(request) else { return .redirect(to: "/connexion") }
            let start = StartOAuth(companyID: companyID, session: session, email: member.email)
            return .redirect(to: try start.run(in: office, stripe: stripe) ?? Self.settings)
        }
    }

    /// A freelancer comes back from Stripe's form for existing accounts.
    ///
    /// Another site can send a browser here, but not with the state that belongs to its session.
    func returnFromOAuth(_ request: Request) throws -> Response {
        guard let session = sessionToken(request), let companyID = try member(request)?.companyID else {
            return .redirect(to: "/connexion")
        }
        guard let state = request.query["state"].flatMap(Token.init) else {
            return ErrorPage.strangeReturn.response(assets)
        }
        let code = request.query["code"].flatMap { $0.isEmpty || $0.utf8.count > 255 ? nil : $0 }
        return try answer {
            do {
                let back = ReturnFromOAuth(companyID: companyID, session: session, state: state, code: code)
                switch try back.run(in: office, stripe: stripe) {
                case .connected: return .redirect(to: Self.settings)
                case .refused: return .redirect(to: Self.settings + "?stripe=refus")
                case .taken: return .redirect(to: Self.settings + "?stripe=pris")
                }
            } catch is NotFound {
                return ErrorPage.strangeReturn.response(assets)
            }
        }
    }
}

extension ErrorPage {
    /// Somebody comes back from Stripe who was not sent there from this browser, or comes back twice.
    static let strangeReturn = ErrorPage(
        status: 409,
        title: "Ce retour de Stripe n’est plus valable",
        advice: "Recommencez la connexion\u{A0}: rien n’a changé.",
        back: toSettings
    )
}
