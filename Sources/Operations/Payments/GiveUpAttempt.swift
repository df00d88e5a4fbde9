import Payments
import Store

/// An attempt about which Stripe tells us nothing any more is over.
///
/// Either we never heard of its session: nobody was given its address, and Stripe ends it by itself. Or its account is
/// gone, and what happens there is not ours to know.
struct GiveUpAttempt {
    let record: AttemptRecord

    func run(in office: Office) throws {
        try office.store.write { writer in
            guard try writer.lockInvoice(record.attempt.invoice) != nil,
                // Read again under the lock: Stripe's answer may have come meanwhile.
                let current = try writer.reader.attempt(record.id), current.session == record.session,
                let state = try? current.attempt.state.after(.expired)
            else { return }
            try writer.update(current, state: state)
        }
    }
}
