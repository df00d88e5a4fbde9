import Web

extension Simulator {
    /// `POST /v1/accounts/{id}/login_links`, for Express accounts whose forms are finished; the link works once.
    mutating func createLoginLink(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        try call.parameters.allowOnly([])
        guard let account = state.account(id), account.stage != .revoked else { throw .noAccess(to: id) }
        guard account.dashboard == .express else {
            throw APIError(message: "Cannot create a login link for an account without an Express Dashboard.")
        }
        guard account.detailsSubmitted else {
            throw APIError(message: "Cannot create a login link for an account that has not completed onboarding.")
        }
        let login = LoginRecord(id: newIdentifier("e"), account: id)
        state.logins.append(login)
        return [
            "object": "login_link",
            "created": .integer(time),
            "url": .text("\(settings.publicAddress)/express/\(login.id)"),
        ]
    }

    /// The freelancer followed a link into the dashboard.
    mutating func enterDashboard(_ token: String) -> Response {
        guard let login = state.logins.first(where: { $0.id == token }) else { return notFoundPage() }
        guard !login.isUsed else {
            return notice("Ce lien a déjà servi", "Demandez-en un autre là où vous l’avez trouvé.", status: 410)
        }
        state.change(\.logins, token) { $0.isUsed = true }
        return .redirect(to: "/dashboard/\(login.account)")
    }
}
