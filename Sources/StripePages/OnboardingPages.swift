import Operations
import Store
import Web

extension StripePages {
    /// A freelancer clicks « Activer le paiement en ligne » or « Reprendre ».
    func startOnboarding(_ request: Request) throws -> Response {
        guard let token = request.cookie("session").flatMap(Token.init),
            let member = try reader.session(tokenHash: token.fingerprint, now: office.outside.now()),
            let companyID = member.companyID
        else { return .redirect(to: "/connexion") }
        guard CrossSite.isOwnOrigin(request, publicOrigin: office.publicOrigin),
            CrossSite.constantTimeEqual(request.form[CrossSite.fieldName] ?? "", member.formToken)
        else { return ErrorPage.refusedForm.response(assets) }
        return try answer {
            .redirect(
                to: try StartOnboarding(companyID: companyID, email: member.email).run(in: office, stripe: stripe)
            )
        }
    }

    /// A freelancer comes back from Stripe's form.
    func returnFromOnboarding(_ token: Token) throws -> Response {
        try answer {
            try ReturnFromOnboarding(token: token).run(in: office, stripe: stripe)
            return .redirect(to: Self.settings)
        }
    }

    /// Stripe's form was opened too late or twice.
    func refreshOnboarding(_ token: Token) throws -> Response {
        try answer {
            .redirect(to: try RefreshOnboarding(token: token).run(in: office, stripe: stripe))
        }
    }

    private static let settings = "/entreprise/paiement-en-ligne"

    private func answer(_ body: () throws -> Response) throws -> Response {
        do {
            return try body()
        } catch is StripeSilent {
            return ErrorPage.stripeSilent.response(assets)
        }
    }
}

extension ErrorPage {
    /// Stripe does not answer a freelancer.
    static let stripeSilent = ErrorPage(
        status: 503,
        title: "Stripe ne répond pas",
        advice: "Revenez à la page «\u{A0}Paiement en ligne\u{A0}» et réessayez dans quelques instants."
    )
}
