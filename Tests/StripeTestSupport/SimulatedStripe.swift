public import Accounting
public import Curl
import FoundationEssentials
public import Stripe
public import StripeSimulator
import Web

/// The simulator in the test's own process: the client talks to it without a socket, and the clock is the test's.
public final class SimulatedStripe {
    /// The platform's key.
    public static let secretKey = "sk_test_simulated"
    /// The secrets of the platform's two endpoints.
    public static let webhookSecrets: [Scope: String] = [.connect: "whsec_connect", .platform: "whsec_platform"]
    /// Where Stripe is.
    public static let address = "https://stripe.test"

    /// The time, everywhere.
    public var now = Instant(seconds: 1_795_000_000)
    /// How long the client has waited between its tries, in milliseconds.
    public private(set) var pauses: [Int] = []
    private var simulator: Simulator

    /// Where it is and whom it knows: set `redirectURIs` to try OAuth.
    public var settings: SimulatorSettings {
        get { simulator.settings }
        set { simulator.settings = newValue }
    }

    /// A Stripe on its first day; whatever it draws comes from `chance`.
    public init(chance: some RandomNumberGenerator = SystemRandomNumberGenerator()) {
        var generator = chance
        var clock = { Instant(seconds: 0) }
        simulator = Simulator(
            settings: SimulatorSettings(publicAddress: Self.address, secretKey: Self.secretKey),
            now: { clock() },
            random: { generator.next() }
        )
        clock = { [unowned self] in self.now }
    }

    /// What it remembers.
    public var state: State { simulator.state }

    /// What goes wrong.
    public var faults: Faults {
        get { simulator.state.faults }
        set { simulator.change(newValue) }
    }

    /// Saves everything it remembers and reads it again, as a restart does.
    public func restart() throws {
        simulator.state = try JSONDecoder().decode(State.self, from: JSONEncoder().encode(simulator.state))
    }

    /// Where the page of a session is, open or not.
    public func sessionURL(_ id: String) -> String { "\(Self.address)/c/pay/\(id)" }

    /// What the module `Stripe` sends its requests with.
    public var exchange: HTTPExchange {
        { request throws(TransportError) in
            let answer = self.browse(request)
            if answer["x-simulator-lost"] != nil {
                throw TransportError(code: 52, message: "Server returned nothing", mayHaveArrived: true)
            }
            return answer
        }
    }

    /// The client, as the site makes it.
    public var client: StripeClient {
        StripeClient(
            settings: StripeSettings(
                secretKey: Self.secretKey,
                baseAddress: Self.address,
                connectAddress: Self.address
            ),
            exchange: exchange,
            pause: { self.pauses.append($0) },
            jitter: { 0 }
        )
    }

    /// The events that are due, signed as they would be sent now; one whose connection is cut comes again two seconds later.
    public func deliverEvents() -> [SignedEvent] {
        simulator.takeDeliveries().map { delivery in
            if delivery.isCut, let again = delivery.again(at: now) { simulator.putBack(again) }
            let secret = Self.webhookSecrets[delivery.scope] ?? ""
            let path = delivery.scope == .connect ? "connect" : "plateforme"
            return SignedEvent(
                url: "https://needme.test/stripe/webhook/\(path)",
                headers: [
                    HTTPHeader("content-type", "application/json; charset=utf-8"),
                    HTTPHeader("stripe-signature", delivery.signature(secret: secret, at: now)),
                ],
                body: Array(delivery.body.utf8),
                scope: delivery.scope,
                type: delivery.type
            )
        }
    }

    /// Any request to any page or call, as a browser or a program sends it.
    func browse(_ request: HTTPRequest) -> HTTPResponse {
        let response = simulator.respond(to: Request(request, address: Self.address))
        return HTTPResponse(
            status: response.status,
            headers: response.headers.fields.map { HTTPHeader($0.name, $0.value) },
            body: response.body
        )
    }
}

/// A webhook as it goes over the wire.
public struct SignedEvent: Sendable {
    /// Where it goes.
    public let url: String
    /// Its headers, `stripe-signature` among them.
    public let headers: [HTTPHeader]
    /// Its bytes.
    public let body: [UInt8]
    /// Which endpoint it goes to.
    public let scope: Scope
    /// What happened, `checkout.session.completed`.
    public let type: String

    /// The value of `Stripe-Signature`.
    public var signature: String {
        headers.first { $0.name == "stripe-signature" }?.value ?? ""
    }
}
