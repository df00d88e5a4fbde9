import Accounting
import Invoicing
import Payments
import Store
import Stripe

/// Stripe is asked to open the session of an attempt that was written down.
struct OpenCheckout {
    let record: AttemptRecord
    let request: NewCheckoutSession

    /// - Returns: where the client pays; nil when the attempt came to nothing and another may be begun.
    /// - Throws: `StripeError` when Stripe does not answer: the attempt stays as it is, to be asked again with
    ///   its key, unless the answer is kept under that key; or ``OtherMode``.
    func run(in office: Office, stripe: StripeClient) throws -> String? {
        let askedAt = office.outside.now()
        do {
            let session = try stripe.createCheckoutSession(
                request,
                account: record.attempt.account,
                idempotencyKey: record.idempotencyKey
            )
            return try note(session, in: office)
        } catch let error as StripeError where error.isKeptUnderTheKey {
            try refuse(in: office)
            if case .accountGone = error { try loseAccount(askedAt: askedAt, in: office, stripe) }
            throw error
        }
    }

    private func refuse(in office: Office) throws {
        try office.store.write { writer in
            guard try writer.lockInvoice(record.attempt.invoice) != nil,
                let current = try writer.reader.attempt(record.id)
            else { throw NotFound() }
            // What another click was granted meanwhile, a refusal that comes late does not undo.
            if let state = try? current.attempt.state.after(.refused) { try writer.update(current, state: state) }
        }
    }

    private func loseAccount(askedAt: Instant, in office: Office, _ stripe: StripeClient) throws {
        guard let gone = try office.store.reader.account(named: record.attempt.account) else { return }
        try gone.mustBeVisible(to: stripe)
        try office.store.write { writer in
            _ = try LoseAccount(accountID: gone.id, moment: askedAt).run(with: writer, at: office.outside.now())
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
            // While Stripe was answering, a receipt may have been recorded, or the account disconnected.
            let connected = try writer.reader.connectedAccount(of: invoice.companyID)
            guard invoice.awaits(current.attempt, on: connected) else {
                try writer.leave(.alignCheckout, about: invoice.id, at: office.outside.now())
                return nil
            }
            return session.url
        }
    }
}

extension StripeError {
    /// True when asking again with the same key would get the same answer, so that the next click needs a new attempt.
    ///
    /// Stripe keeps even a 500 under the key for a day (stripe.com/docs/api/idempotent_requests: "regardless of whether it
    /// succeeds or fails"). Should a session stand behind that 500, nobody was given its address.
    var isKeptUnderTheKey: Bool {
        switch self {
        case .refused, .accountGone, .unavailable(.status(500, _), _): true
        case .rateLimited, .unavailable, .unreadable: false
        }
    }
}
