import Operations
import Web

/// The requests in which a person waits for Stripe, by method and path.
enum Route: Equatable {
    /// « Payer en ligne ».
    case pay(Token)
    /// The address in the QR code.
    case scan(Token)
    case returnFromCheckout(Token)
    case startOnboarding
    case returnFromOnboarding(Token)
    case refreshOnboarding(Token)
    case startOAuth
    case returnFromOAuth
    case openDashboard
    case replayDiscrepancy(Int64)

    /// The route of a request; nil when there is no such page.
    init?(_ request: Request) {
        guard let path = request.pathComponents else { return nil }
        let route =
            switch request.method {
            case .get: Self.page(path)
            case .head: Self.look(path)
            case .post: Self.gesture(path)
            case .other: nil as Route?
            }
        guard let route else { return nil }
        self = route
    }

    private static func page(_ path: [String]) -> Route? {
        switch (path.first, path.dropFirst().first, path.dropFirst(2).first, path.count) {
        case ("f", let token?, "payer", 3): Token(token).map(Route.scan)
        case ("f", let token?, "retour", 3): Token(token).map(Route.returnFromCheckout)
        case ("stripe", "retour", let token?, 3): Token(token).map(Route.returnFromOnboarding)
        case ("stripe", "reprise", let token?, 3): Token(token).map(Route.refreshOnboarding)
        case ("stripe", "oauth", "retour", 3): .returnFromOAuth
        default: nil
        }
    }

    /// What a program may look at without opening anything.
    private static func look(_ path: [String]) -> Route? {
        guard path.count == 3, path[0] == "f", path[2] == "payer" else { return nil }
        return Token(path[1]).map(Route.scan)
    }

    private static func gesture(_ path: [String]) -> Route? {
        switch (path.first, path.dropFirst().first, path.dropFirst(2).first, path.count) {
        case ("f", let token?, "payer", 3): Token(token).map(Route.pay)
        case ("stripe", "connexion", nil, 2): .startOnboarding
        case ("stripe", "oauth", nil, 2): .startOAuth
        case ("stripe", "tableau-de-bord", nil, 2): .openDashboard
        case ("stripe", "ecarts", let id?, 3): Int64(id).flatMap { $0 > 0 ? .replayDiscrepancy($0) : nil }
        default: nil
        }
    }
}
