import Payments
import Store
import Stripe

/// Stripe is asked how an attempt stands, and what it says is settled.
struct AskAttempt {
    let attemptID: Int64

    func run(in office: Office, stripe: StripeClient) throws {
        guard let record = try office.store.reader.attempt(attemptID) else { return }
        guard let session = record.session else { return try endIfOver(record, in: office) }
        do {
            let fetched = try stripe.retrieveCheckoutSession(id: session, account: record.attempt.account)
            try SettleFetched(record: record, session: fetched, account: record.attempt.account).run(in: office)
            if record.attempt.state == .processing { try endIfOver(record, in: office) }
        } catch StripeError.accountGone {
            try endIfOver(record, in: office)
        } catch StripeError.refused(let refusal) where refusal.status == 404 {
            // Stripe knows no such session: nobody can pay through it, and the invoice must not wait for it.
            try GiveUpAttempt(record: record).run(in: office)
        }
    }

    /// There is nothing to learn of a session we never heard of, or whose account is gone, but that its time is over.
    private func endIfOver(_ record: AttemptRecord, in office: Office) throws {
        let now = office.outside.now()
        if record.isOver(at: now) { return try GiveUpAttempt(record: record).run(in: office) }
        try office.store.write { try $0.noteCheck(of: record, at: now) }
    }
}
