import Invoicing
import Payments
import Store
import Stripe

/// Stripe is asked to open the session of an attempt that was written down.
struct OpenCheckout {
    let record: AttemptRecord
    let request: NewCheckoutSession

    /// - Returns: where the client pays; nil when the attempt came to nothing and another may be begun.
    /// - Throws: `StripeError` when Stripe does not answer: the attempt stays as it is, to be asked again with its key.
    func run(in office: Office, stripe: StripeClient) throws -> String? {
        let account = record.attempt.account
        do {
            let session = try stripe.createCheckoutSession(
                request,
                account: account,
                idempotencyKey: record.idempotencyKey
            )
            return try note(session, in: office)
        } catch let error as StripeError where error.saysNo {
            try office.store.write { writer in
                try writer.update(record, state: .failed)
                if case .accountGone = error, let gone = try writer.reader.account(named: account) {
                    try writer.update(gone, state: .disconnected, at: office.outside.now())
                }
            }
            throw error
        }
    }

    private func note(_ session: CheckoutSession, in office: Office) throws -> String? {
        try office.store.write { writer in
            guard let invoice = try writer.lockInvoice(record.attempt.invoice),
                let current = try writer.reader.attempt(record.id)
            else { throw NotFound() }
            guard let state = try? current.attempt.state.after(.opened) else {
                // Another click, or Stripe's event, was faster than this answer.
                return current.attempt.state == .open ? current.sessionURL : nil
            }
            try writer.update(current, state: state, session: session.id, url: session.url)
            guard invoice.state.isOpen else {
                try writer.leave(.closeCheckout, about: current.id, at: office.outside.now())
                return nil
            }
            return session.url
        }
    }
}

extension StripeError {
    /// True when Stripe answered, and the answer will not change by asking again with the same key.
    var saysNo: Bool {
        switch self {
        case .refused, .accountGone: true
        case .rateLimited, .unavailable, .unreadable: false
        }
    }
}
