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

    /// The route of a path under `/paiements`; nil when there is no such page.
    init?(_ method: Method, _ path: ArraySlice<String>) {
        let (first, second, third) = (path.first, path.dropFirst().first, path.dropFirst(2).first)
        let route: PaymentsRoute? =
            switch (method, first, second, third, path.count) {
            case (.get, nil, nil, nil, 0), (.head, nil, nil, nil, 0): .toCheck
            case (.get, let page?, nil, nil, 1), (.head, let page?, nil, nil, 1): Self.pages[page]
            case (.get, "versements", let id?, nil, 2), (.head, "versements", let id?, nil, 2):
                Route.id(id).map(Self.payout)
            case (.post, let id?, "affecter", nil, 2): Route.id(id).map(Self.assign)
            case (.post, "remboursements", let id?, "classer", 3): Route.id(id).map(Self.setAside)
            case (.post, "ecarts", let id?, "classer", 3): Route.id(id).map(Self.dismiss)
            case (.post, "remboursements", let id?, "reprendre", 3): Route.id(id).map(Self.restore)
            default: nil
            }
        guard let route else { return nil }
        self = route
    }

    private static let pages: [String: PaymentsRoute] = [
        "remboursements": .reversals, "ecarts": .discrepancies, "versements": .payouts, "journal": .journal,
    ]
}

extension Dashboard {
    func payments(_ desk: Desk, _ visit: Visit, _ route: PaymentsRoute) throws -> Response {
        switch route {
        case .toCheck: try paymentsToCheck(desk, visit)
        case .assign(let id): try assignPayment(desk, visit, id)
        case .reversals: try reversals(desk, visit)
        case .setAside(let id): try setAsideReversal(desk, id)
        case .restore(let id): try restoreReversal(desk, id)
        case .discrepancies: try discrepancies(desk, visit)
        case .dismiss(let id): try dismissDiscrepancy(desk, id)
        case .payouts: try payouts(desk)
        case .payout(let id): try payout(desk, id)
        case .journal: try journal(desk, visit)
        }
    }
}
