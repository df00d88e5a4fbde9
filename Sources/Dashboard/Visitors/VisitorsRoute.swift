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
    case codeForm
    case finishLogIn
    case forgottenForm
    case requestNewPassword
    case newPasswordForm(String)
    case setNewPassword(String)
    case confirmForm(String)
    case confirm(String)

    init?(_ asked: Asked) {
        let route: VisitorsRoute? =
            switch (asked.isPage, asked.words) {
            case (let isPage, let words) where words.count == 2: Self.ofTwoWords(isPage, words[0], words[1])
            case (true, []): .front
            case (true, ["inscription"]): .signUpForm
            case (false, ["inscription"]): .signUp
            case (true, ["connexion"]): .logInForm
            case (false, ["connexion"]): .logIn
            case (false, ["deconnexion"]): .logOut
            case (true, ["mot-de-passe-oublie"]): .forgottenForm
            case (false, ["mot-de-passe-oublie"]): .requestNewPassword
            default: nil
            }
        guard let route else { return nil }
        self = route
    }

    private static func ofTwoWords(_ isPage: Bool, _ first: String, _ second: String) -> VisitorsRoute? {
        switch (isPage, first, second) {
        case (true, "connexion", "code"): .codeForm
        case (false, "connexion", "code"): .finishLogIn
        case (true, "mot-de-passe", _): .newPasswordForm(second)
        case (false, "mot-de-passe", _): .setNewPassword(second)
        case (true, "confirmer", _): .confirmForm(second)
        case (false, "confirmer", _): .confirm(second)
        default: nil
        }
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
        case .codeForm: codeForm(visit)
        case .finishLogIn: try finishLogIn(visit)
        case .forgottenForm: forgottenForm(visit)
        case .requestNewPassword: try requestNewPassword(visit)
        case .newPasswordForm(let key): newPasswordForm(visit, key)
        case .setNewPassword(let key): try setNewPassword(visit, key)
        case .confirmForm(let key): confirmForm(visit, key)
        case .confirm(let key): try confirm(visit, key)
        }
    }

    /// The same address for whoever comes: what NeedMe is, or how one's business goes.
    private func front(_ visit: Visit) throws -> Response {
        guard let member = visit.member else { return frontPage() }
        guard let companyID = member.companyID else { return .redirect(to: "/entreprise") }
        return try home(Desk(member: member, companyID: companyID, done: Done.notice(visit)))
    }
}
