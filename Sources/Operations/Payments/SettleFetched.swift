import Payments
import Store
import Stripe

/// What Stripe answered about an attempt, asked with our own key, is settled in a transaction of its own.
struct SettleFetched {
    let record: AttemptRecord
    let session: CheckoutSession
    /// The account on which Stripe was asked.
    let account: String

    @discardableResult
    func run(in office: Office) throws -> SettlementOutcome {
        let outcome = try settle(in: office)
        office.outside.noteSettlement(outcome)
        return outcome
    }

    private func settle(in office: Office) throws -> SettlementOutcome {
        try office.store.write { writer in
            let now = office.outside.now()
            // The invoice is locked first, as on the other roads; the attempt's row afterwards.
            let outcome = try Settle(
                attempt: record,
                testimony: Testimony(session, account: account),
                session: session.id,
                paidAt: session.paidAt ?? now,
                source: .fetched
            ).run(with: writer, at: now)
            try writer.noteCheck(of: record, at: now)
            return outcome
        }
    }
}
