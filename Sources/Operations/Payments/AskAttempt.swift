import Payments
import Store
import Stripe

/// Stripe is asked how an attempt stands, and what it says is settled.
struct AskAttempt {
    let attemptID: Int64

    func run(in office: Office, stripe: StripeClient) throws {
        guard let record = try office.store.reader.attempt(attemptID) else { return }
        guard let session = record.session else { return try giveUpIfOver(record, in: office) }
        let fetched = try stripe.retrieveCheckoutSession(id: session, account: record.attempt.account)
        _ = try SettleFetched(record: record, session: fetched).run(in: office)
    }

    /// An attempt whose session we never heard of is over once Stripe would have ended it.
    private func giveUpIfOver(_ record: AttemptRecord, in office: Office) throws {
        let now = office.outside.now()
        try office.store.write { writer in
            try writer.noteCheck(of: record, at: now)
            guard now > record.sessionExpiresAt, let state = try? record.attempt.state.after(.expired) else { return }
            try writer.update(record, state: state)
        }
    }
}
