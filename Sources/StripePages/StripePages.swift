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
        case .scan(let link): return try scan(request, link)
        case .returnFromCheckout(let link): return try returnFromCheckout(request, link)
        case .startOnboarding: return try startOnboarding(request)
        case .returnFromOnboarding(let token): return try returnFromOnboarding(request, token)
        case .refreshOnboarding(let token): return try refreshOnboarding(request, token)
        case .startOAuth: return try startOAuth(request)
        case .returnFromOAuth: return try returnFromOAuth(request)
        case .openDashboard: return try openDashboard(request)
        case .replayDiscrepancy(let id): return try replayDiscrepancy(request, id)
        }
    }
}
