public import Accounting
import Crypto

/// An event on its way to an endpoint; it is signed anew at each attempt.
public struct Delivery: Codable, Sendable, Equatable, Identifiable {
    /// Its own identifier: the same event may be on its way twice.
    public let id: String
    /// The event.
    public let event: String
    /// The event's type, for the control page.
    public let type: String
    /// The endpoint it goes to.
    public let scope: Scope
    /// The event's bytes.
    public let body: String
    /// How it is signed.
    public let signing: Signing
    /// Not before this second since 1970.
    public var notBefore: Int64
    /// Whether it takes any place among those that wait.
    public var isShuffled = false
    /// Whether the connection is cut at the first attempt, before the endpoint's answer is read.
    public var isCut = false
    /// How often it was tried.
    public var attempts = 0

    /// The next attempt after one that brought no 2xx: later and later, as Stripe does; nil when it is given up.
    public func again(at now: Instant) -> Delivery? {
        var next = self
        next.attempts += 1
        next.isCut = false
        next.notBefore = now.seconds + min(300, 1 << Int64(min(next.attempts, 9)))
        return next.attempts >= 16 ? nil : next
    }

    /// The value of `Stripe-Signature` at this moment (Stripe, "Verify webhook signatures manually").
    public func signature(secret: String, at now: Instant) -> String {
        switch signing {
        case .right: sign(secret, now.seconds)
        case .wrongSecret: sign("whsec_wrong", now.seconds)
        case .stale: sign(secret, now.seconds - 600)
        case .rolled: sign("whsec_old", now.seconds) + "," + proof(secret, now.seconds)
        }
    }

    private func sign(_ secret: String, _ time: Int64) -> String {
        "t=\(time)," + proof(secret, time) + ",v0=" + String(repeating: "0", count: 64)
    }

    private func proof(_ secret: String, _ time: Int64) -> String {
        var code = HMAC<SHA256>(key: SymmetricKey(data: Array(secret.utf8)))
        code.update(data: Array("\(time).\(body)".utf8))
        let digits = Array("0123456789abcdef")
        return "v1=" + String(code.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}

/// What became of one attempt to deliver.
public struct DeliveryOutcome: Codable, Sendable, Equatable {
    /// The event.
    public let event: String
    /// The endpoint.
    public let scope: Scope
    /// Which attempt it was, from 1.
    public let attempt: Int
    /// The endpoint's answer; nil when there was none.
    public let status: Int?
    /// When, in seconds since 1970.
    public let time: Int64

    /// An outcome.
    public init(event: String, scope: Scope, attempt: Int, status: Int?, time: Int64) {
        self.event = event
        self.scope = scope
        self.attempt = attempt
        self.status = status
        self.time = time
    }
}
