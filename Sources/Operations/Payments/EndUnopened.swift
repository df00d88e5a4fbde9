import Payments
import Store

/// An attempt whose session we never heard of is over: nobody was given its address, and Stripe ends it by itself.
struct EndUnopened {
    let record: AttemptRecord

    func run(in office: Office) throws {
        try office.store.write { writer in
            guard try writer.lockInvoice(record.attempt.invoice) != nil,
                // Read again under the lock: Stripe's answer may have come meanwhile.
                let current = try writer.reader.attempt(record.id), current.session == nil,
                let state = try? current.attempt.state.after(.expired)
            else { return }
            try writer.update(current, state: state)
        }
    }
}
