/// What goes wrong; everything is switched by `POST /_simulator/faults`.
public struct Faults: Codable, Sendable, Equatable {
    /// Every event is delivered twice.
    public var duplicatesEvents = false
    /// No event is delivered.
    public var losesEvents = false
    /// Events are delivered so many seconds late.
    public var delaySeconds: Int64 = 0
    /// Every event waits for the next one and comes after it.
    public var reversesEvents = false
    /// The events that wait are delivered in any order.
    public var shufflesEvents = false
    /// The first connection for each event is cut once the event has been sent: the endpoint's answer is not read, and the
    /// event comes again.
    public var cutsEvents = false
    /// How events are signed.
    public var signing = Signing.right
    /// The next calls of the API get these statuses instead of an answer: 429, 409 and 503 are forgotten, 500 is kept
    /// under the call's idempotency key.
    public var nextStatuses: [Int] = []
    /// So many next calls are done, but their answer is lost on the way (504).
    public var lostAnswers = 0
    /// A payment ends « complete » and « unpaid », as with a slow method; the control page decides later.
    public var delaysPayments = false
    /// A payment's line on the balance, and so its fee, is not there at once; the control page makes it.
    public var delaysBalance = false

    /// Nothing goes wrong.
    public init() {}
}

/// How an event is signed.
public enum Signing: String, Codable, Sendable, CaseIterable {
    /// As it should be.
    case right
    /// With another secret.
    case wrongSecret = "wrong_secret"
    /// Ten minutes ago.
    case stale
    /// Twice, first with another secret: the secret is being replaced.
    case rolled
}
