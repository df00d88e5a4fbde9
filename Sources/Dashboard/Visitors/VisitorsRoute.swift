import Store
import Web

/// The pages of whoever is not logged in yet, and the way out.
enum VisitorsRoute: Equatable {
    case front
    case signUpForm
    case signUp
    case logInForm
    case logIn
    case logOut

    init?(_ asked: Asked) {
        let route: VisitorsRoute? =
            switch (asked.isPage, asked.words) {
            case (true, []): .front
            case (true, ["inscription"]): .signUpForm
            case (false, ["inscription"]): .signUp
            case (true, ["connexion"]): .logInForm
            case (false, ["connexion"]): .logIn
            case (false, ["deconnexion"]): .logOut
            default: nil
            }
        guard let route else { return nil }
        self = route
    }
}

extension Dashboard {
    func visitors(_ visit: Visit, _ route: VisitorsRoute) throws -> Response {
        switch route {
        case .front: try front(visit)
        case .signUpForm: signUpForm(visit)
        case .signUp: try signUp(visit)
        case .logInForm: logInForm(visit)
        case .logIn: try logIn(visit)
        case .logOut: try logOut(visit)
        }
    }

    /// The same address for whoever comes: what NeedMe is, or how one's business goes.
    private func front(_ visit: Visit) throws -> Response {
        guard let member = visit.member else { return frontPage() }
        guard let companyID = member.companyID else { return .redirect(to: "/entreprise") }
        return try home(Desk(member: member, companyID: companyID))
    }
}
