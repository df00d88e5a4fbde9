import Payments
import Store
import Stripe

/// Stripe is asked what went back of the payment that an event is about.
struct ReadReversals {
    let eventID: Int64

    func run(in office: Office, stripe: StripeClient) throws {
        guard let event = try office.store.reader.event(eventID), let account = event.account,
            let payment = event.payment
        else { return }
        let refunds = try stripe.listRefunds(of: payment, account: account)
        let disputes = try stripe.listDisputes(of: payment, account: account)
        let found =
            refunds.compactMap { Reversal($0, account: account) }
            + disputes.compactMap { Reversal($0, account: account) }
        for reversal in found.reversed() { try NoteReversal(reversal: reversal).run(in: office) }
    }
}

extension Reversal {
    /// A refund, in the words of the trade; nil when it is of no payment of Checkout.
    init?(_ refund: Refund, account: String) {
        guard let payment = refund.paymentIntent else { return nil }
        let state: State =
            switch refund.status {
            case "succeeded": .done
            case "failed", "canceled": .failed
            default: .pending
            }
        self.init(
            kind: .refund,
            state: state,
            account: account,
            reference: refund.id,
            payment: payment,
            amount: refund.amount,
            beganAt: refund.created
        )
    }

    /// A dispute, in the words of the trade; nil when it is of no payment of Checkout.
    init?(_ dispute: Dispute, account: String) {
        guard let payment = dispute.paymentIntent else { return nil }
        let state: State =
            switch dispute.status {
            case "lost": .done
            // An inquiry that is closed took no money (Stripe, "Dispute statuses").
            case "won", "warning_closed", "prevented": .failed
            default: .pending
            }
        self.init(
            kind: .dispute,
            state: state,
            account: account,
            reference: dispute.id,
            payment: payment,
            amount: dispute.amount,
            beganAt: dispute.created
        )
    }
}
