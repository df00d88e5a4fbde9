import Accounting
public import Operations
public import Store
public import Web

/// Every request in which a person waits for Stripe.
public struct StripePages {
    let office: Office
    let reader: StoreReader
    let stripe: StripeLine
    let assets: Assets

    /// Pages over an office and Stripe.
    ///
    /// - Parameters:
    ///   - office: where gestures are done.
    ///   - reader: who is logged in.
    ///   - stripe: the line to Stripe.
    ///   - assets: where the static files are.
    public init(office: Office, reader: StoreReader, stripe: StripeLine, assets: Assets) {
        self.office = office
        self.reader = reader
        self.stripe = stripe
        self.assets = assets
    }

    /// Answers a request.
    ///
    /// - Throws: what the one table of errors turns into a page.
    public func respond(to request: Request) throws -> Response {
        guard let route = Route(request) else { return ErrorPage.notFound.response(assets) }
        switch route {
        case .pay(let link): return try pay(request, link)
        case .returnFromCheckout(let link): return try returnFromCheckout(request, link)
        case .startOnboarding: return try startOnboarding(request)
        case .returnFromOnboarding(let token): return try returnFromOnboarding(token)
        case .refreshOnboarding(let token): return try refreshOnboarding(token)
        }
    }
}

/// The requests in which a person waits for Stripe, by method and path.
enum Route: Equatable {
    case pay(Token)
    case returnFromCheckout(Token)
    case startOnboarding
    case returnFromOnboarding(Token)
    case refreshOnboarding(Token)

    /// The route of a request; nil when there is no such page.
    init?(_ request: Request) {
        guard let path = request.pathComponents else { return nil }
        let (isGet, isPost) = (request.method == .get, request.method == .post)
        let route: Route? =
            switch (path.first, path.dropFirst().first, path.dropFirst(2).first, path.count) {
            case ("f", let token?, "payer", 3) where isPost: Token(token).map(Route.pay)
            case ("f", let token?, "retour", 3) where isGet: Token(token).map(Route.returnFromCheckout)
            case ("stripe", "connexion", nil, 2) where isPost: .startOnboarding
            case ("stripe", "retour", let token?, 3) where isGet: Token(token).map(Route.returnFromOnboarding)
            case ("stripe", "reprise", let token?, 3) where isGet: Token(token).map(Route.refreshOnboarding)
            default: nil
            }
        guard let route else { return nil }
        self = route
    }
}
