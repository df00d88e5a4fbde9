public import Accounting
public import Web

/// A stateful Stripe for the demo and the tests: one value that answers every request of its API and of its pages.
///
/// It shares no code with the module `Stripe`, so that a misreading of Stripe's documentation has to be made twice to stay
/// unseen. What it does is what Stripe documents, and what its test cards do.
public struct Simulator {
    /// Everything it remembers; saved between two runs.
    public var state: State
    /// Where it is and whom it knows.
    public var settings: SimulatorSettings
    let now: () -> Instant
    let random: () -> UInt64
    let outcomes: () -> [DeliveryOutcome]

    /// A simulator.
    /// - Parameters:
    ///   - state: what it remembers.
    ///   - settings: its address and the platform's key.
    ///   - now: the time.
    ///   - random: any number.
    ///   - outcomes: what has become of the deliveries, for the control page.
    public init(
        state: State = State(),
        settings: SimulatorSettings,
        now: @escaping () -> Instant,
        random: @escaping () -> UInt64,
        outcomes: @escaping () -> [DeliveryOutcome] = { [] }
    ) {
        self.state = state
        self.settings = settings
        self.now = now
        self.random = random
        self.outcomes = outcomes
    }

    /// Answers one request, as `api.stripe.com`, `checkout.stripe.com`, `connect.stripe.com` or the control page would.
    public mutating func respond(to request: Request) -> Response {
        expireSessions()
        passDeadlines()
        let path = request.pathComponents ?? ["?"]
        if path.first == "v1" { return answerAPI(request, path: Array(path.dropFirst())) }
        if path == ["oauth", "token"] || path == ["oauth", "deauthorize"] { return answerAPI(request, path: path) }
        if path.first == "_simulator" { return control(request, path: Array(path.dropFirst())) }
        return showPage(request, path)
    }

    private mutating func showPage(_ request: Request, _ path: [String]) -> Response {
        switch (request.method == .head ? .get : request.method, path.four) {
        case (.get, ("", "", "", "")): return controlPage()
        case (.get, ("simulator.css", "", "", "")):
            return Response(type: "text/css; charset=utf-8", body: Array(stylesheet.utf8))
        case (.get, ("c", "pay", let id, "")): return showCheckout(id)
        case (.post, ("c", "pay", let id, "")): return pay(id, with: request.form)
        case (.get, ("c", "pay", let id, "authentification")): return showAuthentication(id)
        case (.post, ("c", "pay", let id, "authentification")): return authenticate(id, with: request.form)
        case (.get, ("c", "pay", let id, "klarna")): return showKlarna(id)
        case (.post, ("c", "pay", let id, "klarna")): return payWithKlarna(id, with: request.form)
        case (.get, ("setup", "s", let token, "")): return enterOnboarding(token)
        case (.get, ("setup", "c", let visit, let screen)): return showOnboarding(visit, screen: screen)
        case (.post, ("setup", "c", let visit, let screen)):
            return fillOnboarding(visit, screen: screen, with: request.form)
        case (.get, ("oauth", "authorize", "", "")): return showAuthorization(request.query)
        case (.post, ("oauth", "authorize", "", "")): return answerAuthorization(request.query, request.form)
        case (.get, ("express", let token, "", "")): return enterDashboard(token)
        case (.get, ("dashboard", let account, "", "")): return dashboardPage(account)
        default: return notFoundPage()
        }
    }

    /// The deliveries that are due, or all of them, each given once; who takes them waits, signs and sends.
    public mutating func takeDeliveries(dueOrNot: Bool = false) -> [Delivery] {
        let now = time
        let taken = state.outbox.filter { dueOrNot || $0.notBefore <= now }
        state.outbox.removeAll { dueOrNot || $0.notBefore <= now }
        return taken
    }

    /// Puts a delivery that did not arrive on its way again.
    public mutating func putBack(_ delivery: Delivery) {
        state.outbox.append(delivery)
    }

    /// The time, in seconds since 1970.
    var time: Int64 { now().seconds }

    /// A new identifier, `cs_test_` and twenty-four letters and digits.
    func newIdentifier(_ prefix: String) -> String {
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        return prefix + String((0..<24).map { _ in alphabet[Int(random() % UInt64(alphabet.count))] })
    }
}

extension [String] {
    /// The parts of a path as a pattern can take them: those that are missing are empty, and a longer path matches nothing.
    var four: (String, String, String, String) {
        let parts = self + ["", "", "", ""]
        return count > 4 ? ("?", "?", "?", "?") : (parts[0], parts[1], parts[2], parts[3])
    }
}
