/// Where one attempt to pay an invoice through Checkout stands.
public enum AttemptState: String, Sendable, CaseIterable {
    /// Written down before Stripe was asked; whether the session exists is unknown.
    case starting
    /// The session is open at Stripe.
    case open
    /// The client has paid by a delayed means; the money is not there yet.
    case processing
    /// Stripe said paid: final.
    case paid
    /// The session ended unpaid.
    case expired
    /// The delayed payment failed, or Stripe refused to open the session.
    case failed

    /// True while money may still come through this attempt: an invoice has at most one such attempt.
    public var isLive: Bool {
        switch self {
        case .starting, .open, .processing: true
        case .paid, .expired, .failed: false
        }
    }
}

/// What happens to an attempt.
public enum AttemptEvent: Sendable, CaseIterable {
    /// Stripe opened the session.
    case opened
    /// Stripe refused to open the session.
    case refused
    /// The client finished, the money is to come.
    case began
    /// Stripe says paid.
    case paid
    /// Stripe says the session expired.
    case expired
    /// Stripe says the delayed payment failed.
    case failed
}

/// An event that says nothing new about an attempt: it came late, twice or out of order.
public struct StaleAttemptEvent: Error, Equatable {}

extension AttemptState {
    /// The state after an event; paid is final, and money outweighs every earlier bad news.
    public func after(_ event: AttemptEvent) throws(StaleAttemptEvent) -> AttemptState {
        switch (self, event) {
        case (.paid, _): throw StaleAttemptEvent()
        case (_, .paid): return .paid
        case (.starting, .opened): return .open
        case (.starting, .refused): return .failed
        case (.starting, .began), (.open, .began): return .processing
        case (.starting, .expired), (.open, .expired): return .expired
        case (.starting, .failed), (.open, .failed), (.processing, .failed): return .failed
        case (.open, .opened), (.open, .refused),
            (.processing, .opened), (.processing, .refused), (.processing, .began), (.processing, .expired),
            (.expired, _), (.failed, _):
            throw StaleAttemptEvent()
        }
    }
}
