import Web

/// What everybody may read, logged in or not: help, and what the law wants said.
enum InformationRoute: Equatable {
    case help
    case onlinePaymentHelp
    case legalNotice
    case terms
    case privacy

    init?(_ asked: Asked) {
        guard asked.isPage else { return nil }
        let route: InformationRoute? =
            switch asked.words {
            case ["aide"]: .help
            case ["aide", "paiement-en-ligne"]: .onlinePaymentHelp
            case ["mentions-legales"]: .legalNotice
            case ["conditions"]: .terms
            case ["confidentialite"]: .privacy
            default: nil
            }
        guard let route else { return nil }
        self = route
    }
}

extension Dashboard {
    func information(_ visit: Visit, _ route: InformationRoute) -> Response {
        switch route {
        // As long as there is one page of help.
        case .help: .redirect(to: "/aide/paiement-en-ligne")
        case .onlinePaymentHelp: informationPage(visit, OnlinePaymentHelp().page)
        case .legalNotice: informationPage(visit, LegalNotice(siteOperator).page)
        case .terms: informationPage(visit, Terms(siteOperator).page)
        case .privacy: informationPage(visit, Privacy(siteOperator).page)
        }
    }
}
