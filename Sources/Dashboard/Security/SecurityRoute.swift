import Operations
import Store
import Web

/// The tab « Équipe et sécurité » and what is done there.
enum SecurityRoute: Equatable {
    case page
    case changePassword
    case changeAddress
    case sendConfirmation
    case endSession(Int64)
    case endOtherSessions
    case factorForm
    case switchOnFactor
    case switchOffFactor
    case renewCodes

    init?(_ asked: Asked) {
        let route: SecurityRoute? =
            switch (asked.isPage, asked.words) {
            case (true, []): .page
            case (false, ["mot-de-passe"]): .changePassword
            case (false, ["adresse"]): .changeAddress
            case (false, ["confirmation"]): .sendConfirmation
            case (false, ["sessions", "fermer-les-autres"]): .endOtherSessions
            case (false, let words) where words.count == 3 && words[0] == "sessions" && words[2] == "fermer":
                Route.id(words[1]).map(Self.endSession)
            case (true, ["double-authentification"]): .factorForm
            case (false, ["double-authentification"]): .switchOnFactor
            case (false, ["double-authentification", "desactiver"]): .switchOffFactor
            case (false, ["double-authentification", "codes"]): .renewCodes
            default: nil
            }
        guard let route else { return nil }
        self = route
    }
}

extension Dashboard {
    func security(_ visit: Visit, _ member: Session, _ route: SecurityRoute) throws -> Response {
        guard let token = visit.sessionToken else { return .redirect(to: "/connexion") }
        let guest = Guest(visit: visit, member: member, token: token)
        return switch route {
        case .page: try securityPage(guest)
        case .changePassword: try changePassword(guest)
        case .changeAddress: try changeAddress(guest)
        case .sendConfirmation: try sendConfirmation(guest)
        case .endSession(let id): try endSession(guest, id)
        case .endOtherSessions: try endOtherSessions(guest)
        case .factorForm: try factorForm(guest)
        case .switchOnFactor: try switchOnFactor(guest)
        case .switchOffFactor: try switchOffFactor(guest)
        case .renewCodes: try renewCodes(guest)
        }
    }
}

/// Who looks after their account, in which browser.
struct Guest {
    let visit: Visit
    let member: Session
    let token: Token

    var form: Form { visit.form }
}
