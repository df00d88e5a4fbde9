import Accounting
import Payments
import Stripe

extension Testimony {
    /// What a Checkout Session says, in the words of the trade.
    init(_ session: CheckoutSession, account: String) {
        self.init(
            verdict: Verdict(session),
            account: account,
            paymentReference: session.paymentIntent,
            invoice: session.clientReferenceID.flatMap { Int64($0) },
            amount: session.amountTotal ?? .zero,
            currency: session.currency,
            isLive: session.livemode
        )
    }
}

extension Testimony.Verdict {
    /// Only `payment_status = paid` means paid; a complete session that is unpaid waits for a delayed means.
    init(_ session: CheckoutSession) {
        switch (session.status, session.paymentStatus) {
        case (_, .paid): self = .paid
        case (.expired, _): self = .expired
        case (.complete, .unpaid): self = session.delayedPaymentFailed ? .failed : .began
        default: self = .unpaid
        }
    }
}
