public import Operations
import Store
import Stripe
public import Web

/// Stripe's knocks: events, whose signature is checked before anything else.
public struct Webhooks {
    private let office: Office
    private let secrets: Secrets
    private let takesRealMoney: Bool
    private let log: (WebhookVerdict) -> Void

    /// What each endpoint's events are signed with; two of each during a roll.
    public struct Secrets: Sendable {
        /// Of the endpoint for connected accounts.
        public let connect: [String]
        /// Of the endpoint for the platform's own account.
        public let platform: [String]

        /// The secrets of both endpoints.
        public init(connect: [String], platform: [String]) {
            self.connect = connect
            self.platform = platform
        }
    }

    /// Webhooks over an office.
    ///
    /// - Parameters:
    ///   - office: where events take effect.
    ///   - secrets: what events are signed with.
    ///   - takesRealMoney: whether real money moves here.
    ///   - log: is told what became of each knock.
    public init(office: Office, secrets: Secrets, takesRealMoney: Bool, log: @escaping (WebhookVerdict) -> Void) {
        self.office = office
        self.secrets = secrets
        self.takesRealMoney = takesRealMoney
        self.log = log
    }

    /// Answers a knock: 200 when the event's effects are committed, or were before; 400 when it is not Stripe's.
    ///
    /// - Throws: what the one table of errors turns into a 5xx, so that Stripe knocks again.
    public func respond(to request: Request) throws -> Response {
        guard request.method == .post, let secrets = secrets(for: request.path) else {
            return .text("not found\n", status: 404)
        }
        do {
            try WebhookSignature.verify(
                header: request.headers["stripe-signature"] ?? "",
                body: request.body,
                secrets: secrets,
                now: office.outside.now()
            )
        } catch {
            log(.refused(reason: "\(error)"))
            return .text("bad signature\n", status: 400)
        }
        guard let event = read(request.body) else { return .text("not an event\n", status: 400) }
        let outcome = try HandleStripeEvent(event: event, takesRealMoney: takesRealMoney).run(in: office)
        log(.accepted(event: event.id, type: event.type, outcome: outcome?.rawValue ?? "repeated"))
        return .text("ok\n")
    }

    private func secrets(for path: String) -> [String]? {
        switch path {
        case "/stripe/webhook/connect": secrets.connect
        case "/stripe/webhook/plateforme": secrets.platform
        default: nil
        }
    }

    private func read(_ body: [UInt8]) -> Event? {
        do {
            return try Event(json: body)
        } catch {
            log(.refused(reason: error.description))
            return nil
        }
    }
}

/// What became of a knock, for the log.
public enum WebhookVerdict: Sendable, Equatable {
    /// It was not Stripe's, or not readable; why.
    case refused(reason: String)
    /// It was taken.
    case accepted(event: String, type: String, outcome: String)
}
