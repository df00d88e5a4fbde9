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
        guard let session = record.session else { return try closeUnknown(record, in: office) }
        do {
            let closed = try stripe.expireCheckoutSession(id: session, account: record.attempt.account)
            _ = try SettleFetched(record: record, session: closed).run(in: office)
        } catch StripeError.refused {
            try AskAttempt(attemptID: attemptID).run(in: office, stripe: stripe)
        }
    }

    /// An attempt whose session we never heard of: nobody was given its address, and it ends by itself at Stripe.
    private func closeUnknown(_ record: AttemptRecord, in office: Office) throws {
        try office.store.write { writer in
            guard try writer.lockInvoice(record.attempt.invoice) != nil,
                let current = try writer.reader.attempt(record.id),
                let state = try? current.attempt.state.after(.expired)
            else { return }
            try writer.update(current, state: state)
        }
    }
}
