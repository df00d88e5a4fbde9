import Accounting
import Store
import Stripe

/// Stripe knocks: the signature is checked before anything else, then the event takes effect.
public struct TakeEvent {
    private let body: [UInt8]
    private let signature: String
    private let secrets: [String]
    private let endpoint: Endpoint
    private let takesRealMoney: Bool

    /// A knock.
    ///
    /// - Parameters:
    ///   - body: the body's bytes, exactly as they came.
    ///   - signature: the value of `Stripe-Signature`.
    ///   - secrets: what the endpoint's events are signed with; two during a roll.
    ///   - endpoint: where it came.
    ///   - takesRealMoney: whether real money moves here.
    public init(
        body: [UInt8],
        signature: String,
        secrets: [String],
        endpoint: Endpoint,
        takesRealMoney: Bool
    ) {
        self.body = body
        self.signature = signature
        self.secrets = secrets
        self.endpoint = endpoint
        self.takesRealMoney = takesRealMoney
    }

    /// Which of our two endpoints Stripe knocks at.
    public enum Endpoint: Sendable {
        /// That of connected accounts.
        case connect
        /// That of the platform's own account.
        case platform
    }

    /// What became of a knock.
    public enum Verdict: Sendable, Equatable {
        /// It was not Stripe's, or not readable; why, for the log.
        case refused(reason: String)
        /// Its effects are committed, now or by an earlier knock with the same event.
        case taken(event: String, type: String, outcome: String)
    }

    /// Checks, reads and handles.
    ///
    /// - Returns: what became of it.
    /// - Throws: the database's error: nothing was written, and Stripe will knock again.
    public func run(in office: Office) throws -> Verdict {
        do {
            try WebhookSignature.verify(header: signature, body: body, secrets: secrets, now: office.outside.now())
        } catch {
            return .refused(reason: "\(error)")
        }
        let event: Event
        do {
            event = try Event(json: body)
        } catch {
            return .refused(reason: error.description)
        }
        let outcome = try HandleStripeEvent(
            event: event,
            endpoint: endpoint == .connect ? .connect : .platform,
            takesRealMoney: takesRealMoney
        ).run(in: office)
        return .taken(event: event.id, type: event.type, outcome: outcome?.rawValue ?? "repeated")
    }
}
