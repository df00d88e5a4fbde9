public import Curl
public import Operations
import Stripe
import StripeSimulator
public import StripeTestSupport
public import Web
public import Webhooks

extension Story {
    /// A client clicks « Payer en ligne »; answers the address of Stripe's page.
    @discardableResult
    public func click(_ bill: Bill) throws -> String {
        switch try StartPayment(link: bill.link).run(in: office(of: .stripe), stripe: stripe.line) {
        case .checkout(let url): return url
        case .invoice: throw StoryError(reason: "the invoice cannot be paid")
        }
    }

    /// A client clicks and pays at Stripe, where the return page waits for them; answers the session's id.
    @discardableResult
    public func pay(_ bill: Bill, card: String = "4242 4242 4242 4242") throws -> String {
        let address = try click(bill)
        stripe.pay(sessionURL: address, card: card)
        return session(at: address)
    }

    /// The id in the address of Stripe's page.
    public func session(at address: String) -> String {
        String(address.split(separator: "/").last ?? "")
    }

    /// A client comes back from Stripe's page.
    @discardableResult
    public func comeBack(_ bill: Bill, session: String) throws -> ReturnFromCheckout.Answer {
        try ReturnFromCheckout(link: bill.link, session: session)
            .run(in: office(of: .stripe), stripe: stripe.line)
    }

    /// Stripe knocks with everything it has to tell; answers the statuses it got.
    @discardableResult
    public func deliver() throws -> [Int] {
        try stripe.deliverEvents().map { try knock($0) }
    }

    /// Stripe knocks.
    @discardableResult
    public func knock(_ event: SignedEvent, in office: Office? = nil) throws -> Int {
        try knock(Request(event), in: office)
    }

    /// Somebody knocks with any request.
    @discardableResult
    public func knock(_ request: Request, in office: Office? = nil) throws -> Int {
        let webhooks = Webhooks(office: office ?? self.office(of: .webhook), secrets: .simulated, takesRealMoney: false)
        { [unowned self] verdict, _ in
            knocks.append("\(verdict)")
        }
        return try webhooks.respond(to: request).status
    }

    /// What a telephone's browser calls itself.
    public static let phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1"

    /// The worker does every errand that is due; answers what became of each.
    @discardableResult
    public func doErrands() throws -> [DoErrand.Outcome] {
        var outcomes: [DoErrand.Outcome] = []
        while true {
            let outcome = try DoErrand().run(in: office(of: .work), stripe: stripe.line, mail: mail)
            if outcome == .idle { return outcomes }
            // An errand that lacks a right is put off for ever, and nobody would see it.
            if case .postponed(_, let reason) = outcome, reason.contains("denied") { throw StoryError(reason: reason) }
            outcomes.append(outcome)
        }
    }

    /// The worker sweeps; answers how many attempts it asked about.
    @discardableResult
    public func sweep() throws -> Int {
        try Sweep().run(in: office(of: .work), stripe: stripe.line).asked
    }

    /// A line to Stripe whose requests pass through `exchange`.
    public static func stripeLine(_ exchange: @escaping HTTPExchange) -> StripeLine {
        StripeLine(
            StripeClient(
                settings: StripeSettings(
                    secretKey: SimulatedStripe.secretKey,
                    baseAddress: SimulatedStripe.address,
                    connectAddress: SimulatedStripe.address
                ),
                exchange: exchange,
                pause: { _ in },
                jitter: { 0 }
            ),
            oauth: OAuth(clientID: "ca_simulator")
        )
    }
}

extension SimulatedStripe {
    /// The line that offices hold.
    public var line: StripeLine { StripeLine(client, oauth: OAuth(clientID: "ca_simulator")) }
}

extension Webhooks.Secrets {
    /// The secrets that the simulator signs with.
    public static var simulated: Webhooks.Secrets {
        Webhooks.Secrets(
            connect: [SimulatedStripe.webhookSecrets[.connect] ?? ""],
            platform: [SimulatedStripe.webhookSecrets[.platform] ?? ""]
        )
    }
}

extension Request {
    /// What nginx would pass on of a webhook.
    public init(_ event: SignedEvent) {
        var headers = Headers()
        for header in event.headers { headers.add(header.name, header.value) }
        self.init(.post, String(event.url.dropFirst(Story.origin.count)), headers: headers, body: event.body)
    }
}
