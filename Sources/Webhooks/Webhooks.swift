public import Operations
public import Web

/// Stripe's knocks, at two addresses with a secret each.
public struct Webhooks {
    private let office: Office
    private let secrets: Secrets
    private let takesRealMoney: Bool
    private let log: (TakeEvent.Verdict, Request) -> Void

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
    ///   - log: is told what became of each knock, and which request it was.
    public init(
        office: Office,
        secrets: Secrets,
        takesRealMoney: Bool,
        log: @escaping (TakeEvent.Verdict, Request) -> Void
    ) {
        self.office = office
        self.secrets = secrets
        self.takesRealMoney = takesRealMoney
        self.log = log
    }

    /// Answers a knock: 200 when the event's effects are committed, or were before; 400 when it is not Stripe's.
    ///
    /// - Throws: what the one table of errors turns into a 5xx, so that Stripe knocks again.
    public func respond(to request: Request) throws -> Response {
        guard request.method == .post, let (endpoint, secrets) = endpoint(at: request.path) else {
            return .text("not found\n", status: 404)
        }
        let verdict = try TakeEvent(
            body: request.body,
            signature: request.headers["stripe-signature"] ?? "",
            secrets: secrets,
            endpoint: endpoint,
            takesRealMoney: takesRealMoney
        ).run(in: office)
        log(verdict, request)
        return switch verdict {
        case .refused: .text("not an event of Stripe's\n", status: 400)
        case .taken: .text("ok\n")
        }
    }

    private func endpoint(at path: String) -> (TakeEvent.Endpoint, [String])? {
        switch path {
        case "/stripe/webhook/connect": (.connect, secrets.connect)
        case "/stripe/webhook/plateforme": (.platform, secrets.platform)
        default: nil
        }
    }
}
