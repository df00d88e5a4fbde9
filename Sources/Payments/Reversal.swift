public import Accounting

/// Money that went back to the client at Stripe: a refund by the seller, or a dispute at the client's bank.
///
/// It never changes an invoice by itself: the seller answers it with a credit note (« avoir »), or sets it aside.
public struct Reversal: Sendable, Equatable {
    /// Why it went back.
    public enum Kind: String, Sendable, CaseIterable {
        /// The seller gave it back.
        case refund
        /// The client's bank took it back, or may do so.
        case dispute
    }

    /// Whether it went back.
    public enum State: String, Sendable, CaseIterable {
        /// It is not decided yet: a refund on its way, a dispute that is being looked at.
        case pending
        /// The client has it.
        case done
        /// The seller kept it: the refund failed, the dispute was won.
        case failed

        /// True when this state can be followed by that one: what Stripe says comes in any order, and never goes back.
        public func mayBecome(_ next: State) -> Bool {
            switch (self, next) {
            case (.pending, .done), (.pending, .failed), (.done, .failed): true
            case (.pending, .pending), (.done, .pending), (.done, .done), (.failed, _): false
            }
        }
    }

    /// Why it went back.
    public let kind: Kind
    /// Whether it went back.
    public let state: State
    /// The seller's account at Stripe.
    public let account: String
    /// What identifies it at Stripe, "re_…" or "du_…".
    public let reference: String
    /// What identifies the payment at Stripe, "pi_…".
    public let payment: String
    /// The amount, always positive.
    public let amount: Cents
    /// When it began at Stripe.
    public let beganAt: Instant

    /// Money that went back.
    public init(
        kind: Kind,
        state: State,
        account: String,
        reference: String,
        payment: String,
        amount: Cents,
        beganAt: Instant
    ) {
        self.kind = kind
        self.state = state
        self.account = account
        self.reference = reference
        self.payment = payment
        self.amount = amount
        self.beganAt = beganAt
    }
}
