import Curl
public import Operations
public import StripeTestSupport
import Synchronization

/// A simulated Stripe that several threads ask, one after the other.
///
/// It is unchecked because the simulator is no value of ours to declare: every request passes the lock.
public final class SharedStripe: @unchecked Sendable {
    private let stripe: SimulatedStripe
    private let turn = Mutex(())

    /// Shares a Stripe that nobody else asks meanwhile.
    public init(_ stripe: SimulatedStripe) {
        self.stripe = stripe
    }

    /// A line of one thread.
    public var line: StripeLine {
        Story.stripeLine { request throws(TransportError) in
            let answer = self.turn.withLock { _ in
                Result { () throws(TransportError) in try self.stripe.exchange(request) }
            }
            return try answer.get()
        }
    }
}
