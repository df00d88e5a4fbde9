import Store
import Web

/// The tabs of « Mon entreprise » and what is done there.
enum CompanyRoute: Equatable {
    case identity
    case saveIdentity
    case documents
    case saveDocuments
    case logo
    case saveLogo
    case onlinePayment
    case disconnectForm
    case disconnect
    case mails
    case saveMails
    case keepReminders
    case security(SecurityRoute)
    case data(DataRoute)

    init?(_ asked: Asked) {
        let route: CompanyRoute? =
            switch (asked.isPage, asked.words) {
            case (_, let words) where words.first == "securite": SecurityRoute(asked.deeper).map(Self.security)
            case (_, let words) where words.first == "donnees": DataRoute(asked.deeper).map(Self.data)
            case (true, []): .identity
            case (false, []): .saveIdentity
            case (true, ["documents"]): .documents
            case (false, ["documents"]): .saveDocuments
            case (true, ["documents", "logo.png"]): .logo
            case (false, ["documents", "logo"]): .saveLogo
            case (true, ["paiement-en-ligne"]): .onlinePayment
            case (true, ["paiement-en-ligne", "deconnecter"]): .disconnectForm
            case (false, ["paiement-en-ligne", "deconnecter"]): .disconnect
            case (true, ["e-mails"]): .mails
            case (false, ["e-mails"]): .saveMails
            case (false, ["e-mails", "relances"]): .keepReminders
            default: nil
            }
        guard let route else { return nil }
        self = route
    }
}

extension Dashboard {
    /// The tabs that whoever is logged in may open before they have described their company; nil for the others.
    func companyOfMember(_ visit: Visit, _ member: Session, _ route: CompanyRoute) throws -> Response? {
        switch route {
        case .identity: try companyForm(visit, member)
        case .saveIdentity: try saveCompany(visit, member)
        case .security(let route): try security(visit, member, route)
        default: nil
        }
    }

    func company(_ desk: Desk, _ visit: Visit, _ route: CompanyRoute) throws -> Response {
        switch route {
        case .documents: try documentSettings(desk)
        case .saveDocuments: try saveDocumentSettings(desk, visit)
        case .logo: try logo(desk)
        case .saveLogo: try saveLogo(desk, visit)
        case .onlinePayment: try onlinePayment(desk, visit)
        case .disconnectForm: try disconnectForm(desk)
        case .disconnect: try disconnect(desk)
        case .mails: try mails(desk)
        case .saveMails: try saveMails(desk, visit)
        case .keepReminders: try keepReminders(desk, visit)
        case .data(let route): try data(desk, visit, route)
        case .identity, .saveIdentity, .security: preconditionFailure("The member was answered before.")
        }
    }
}
