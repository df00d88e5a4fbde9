import Payments
import Store
import Stripe

/// The session of an attempt is closed at Stripe, because the invoice no longer awaits its money.
///
/// If Stripe says that it has just been paid, the payment is settled instead.
struct CloseCheckout {
    let attemptID: Int64

    func run(in office: Office, stripe: StripeClient) throws {
        guard let record = try office.store.reader.attempt(attemptID), record.attempt.state.isLive else { return }
        guard let session = record.session else { return try GiveUpAttempt(record: record).run(in: office) }
        // The client has finished: there is no page to close any more, only news to wait for.
        guard record.attempt.state != .processing else {
            return try AskAttempt(attemptID: attemptID).run(in: office, stripe: stripe)
        }
        do {
            let closed = try stripe.expireCheckoutSession(id: session, account: record.attempt.account)
            try SettleFetched(record: record, session: closed, account: record.attempt.account).run(in: office)
        } catch StripeError.accountGone {
            try GiveUpAttempt(record: record).run(in: office)
        } catch StripeError.refused {
            try AskAttempt(attemptID: attemptID).run(in: office, stripe: stripe)
        }
    }
}
