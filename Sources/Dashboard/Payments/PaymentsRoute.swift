import Web

/// Every page and gesture of « Paiements », by method and path.
enum PaymentsRoute: Equatable {
    case toCheck
    case assign(Int64)
    case reversals
    case setAside(Int64)
    case restore(Int64)
    case discrepancies
    case dismiss(Int64)
    case payouts
    case payout(Int64)
    case journal

    init?(_ asked: Asked) {
        let words = asked.words
        let route: PaymentsRoute? =
            switch (asked.isPage, words.count) {
            case (true, 0): .toCheck
            case (true, 1): Self.pages[words[0]]
            case (true, 2) where words[0] == "versements": Route.id(words[1]).map(Self.payout)
            case (false, 2) where words[1] == "affecter": Route.id(words[0]).map(Self.assign)
            case (false, 3): Route.id(words[1]).flatMap { Self.gesture(words[0], $0, words[2]) }
            default: nil
            }
        guard let route else { return nil }
        self = route
    }

    private static func gesture(_ tab: String, _ id: Int64, _ word: String) -> PaymentsRoute? {
        switch (tab, word) {
        case ("remboursements", "classer"): .setAside(id)
        case ("remboursements", "reprendre"): .restore(id)
        case ("ecarts", "classer"): .dismiss(id)
        default: nil
        }
    }

    private static let pages: [String: PaymentsRoute] = [
        "remboursements": .reversals, "ecarts": .discrepancies, "versements": .payouts, "journal": .journal,
    ]
}

extension Dashboard {
    func payments(_ desk: Desk, _ visit: Visit, _ route: PaymentsRoute) throws -> Response {
        switch route {
        case .toCheck: try paymentsToCheck(desk)
        case .assign(let id): try assignPayment(desk, visit, id)
        case .reversals: try reversals(desk)
        case .setAside(let id): try setAsideReversal(desk, id)
        case .restore(let id): try restoreReversal(desk, id)
        case .discrepancies: try discrepancies(desk)
        case .dismiss(let id): try dismissDiscrepancy(desk, id)
        case .payouts: try payouts(desk)
        case .payout(let id): try payout(desk, id)
        case .journal: try journal(desk, visit)
        }
    }
}
