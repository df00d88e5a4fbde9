import Operations
import Store
import Web

extension StripePages {
    /// A freelancer clicks « Activer le paiement en ligne », « Reprendre » or « Reconnecter ce compte ».
    func startOnboarding(_ request: Request) throws -> Response {
        try gesture(request) { member, companyID in
            if let former = request.form["compte"].flatMap({ Int64($0) }) {
                let reconnection = ReconnectStripe(companyID: companyID, accountID: former)
                switch try reconnection.run(in: office, stripe: stripe) {
                case .connected: return .redirect(to: Self.settings)
                case .lost: return .redirect(to: Self.settings + "?stripe=perdu")
                }
            }
            return .redirect(
                to: try StartOnboarding(companyID: companyID, email: member.email).run(in: office, stripe: stripe)
            )
        }
    }

    /// A freelancer comes back from Stripe's form.
    func returnFromOnboarding(_ request: Request, _ token: Token) throws -> Response {
        let companyID = try member(request)?.companyID
        return try answer {
            try ReturnFromOnboarding(token: token, companyID: companyID).run(in: office, stripe: stripe)
            return .redirect(to: Self.settings)
        }
    }

    /// Stripe's form was opened too late or twice.
    func refreshOnboarding(_ request: Request, _ token: Token) throws -> Response {
        guard let companyID = try member(request)?.companyID else { return .redirect(to: "/connexion") }
        return try answer {
            let refresh = RefreshOnboarding(token: token, companyID: companyID)
            return .redirect(to: try refresh.run(in: office, stripe: stripe))
        }
    }

    static let settings = "/entreprise/paiement-en-ligne"

    /// Answers a form of a freelancer with a company, who is sent to log in otherwise.
    func gesture(_ request: Request, _ body: (Session, Int64) throws -> Response) throws -> Response {
        guard let member = try member(request), let companyID = member.companyID else {
            return .redirect(to: "/connexion")
        }
        guard CrossSite.isOwnOrigin(request, publicOrigin: office.publicOrigin),
            CrossSite.constantTimeEqual(request.form[CrossSite.fieldName] ?? "", member.formToken)
        else { return ErrorPage.refusedForm.response(assets) }
        return try answer { try body(member, companyID) }
    }

    /// Who is logged in.
    func member(_ request: Request) throws -> Session? {
        try sessionToken(request).flatMap { token in
            try reader.session(tokenHash: token.fingerprint, now: office.outside.now())
        }
    }

    /// The browser's session.
    func sessionToken(_ request: Request) -> Token? {
        request.cookie("session").flatMap(Token.init)
    }

    /// Answers, or says that Stripe does not.
    func answer(_ body: () throws -> Response) throws -> Response {
        do {
            return try body()
        } catch is StripeSilent {
            return ErrorPage.stripeSilent.response(assets)
        }
    }
}

extension ErrorPage {
    /// To the page on which a freelancer began.
    static let toSettings = WayBack(StripePages.settings, "Revenir au paiement en ligne")

    /// Stripe does not answer a freelancer.
    static let stripeSilent = ErrorPage(
        status: 503,
        title: "Stripe ne répond pas",
        advice: "Rien n’est perdu\u{A0}: réessayez dans quelques instants.",
        back: toSettings
    )
}
