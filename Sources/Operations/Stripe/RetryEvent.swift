import Accounting
import Payments
import Store
import Stripe

/// An event came of a session of ours that we did not know: Stripe is asked about it, for some minutes.
///
/// Our own row may have come late, from another host for instance. If it never comes and the session is paid, that is
/// an « écart ».
struct RetryEvent {
    let eventID: Int64

    /// How long a session may stay unknown, in seconds.
    private static let patience: Int64 = 300

    /// - Throws: ``NotYet`` while the session may still become known.
    func run(in office: Office, stripe: StripeClient) throws {
        let reader = office.store.reader
        guard let event = try reader.event(eventID), event.outcome == .waiting else { return }
        guard let session = event.subject, let name = event.account, let account = try reader.account(named: name),
            let fetched = try fetch(session, of: account, stripe)
        else { return try note(.unknownObject, in: office) }
        switch try SessionOrigin(of: fetched, on: account.account, in: office.environment, reader) {
        case .foreign: try note(.unknownObject, in: office)
        case .attempt(let record):
            let outcome = try SettleFetched(record: record, session: fetched, account: account.account).run(in: office)
            try note(outcome == .booked ? .settled : .known, of: record.attempt.invoice, in: office)
        case .unknown:
            guard office.outside.now() > event.receivedAt.adding(seconds: Self.patience) else {
                throw NotYet(description: "the session is not known here")
            }
            try ReportUnrecorded(session: fetched, account: account).run(in: office)
            try note(.unrecorded, in: office)
        }
    }

    /// The session at Stripe; nil when Stripe knows none, or lets us in no more.
    private func fetch(
        _ session: String,
        of account: StripeAccount,
        _ stripe: StripeClient
    ) throws -> CheckoutSession? {
        do {
            return try stripe.retrieveCheckoutSession(id: session, account: account.account)
        } catch StripeError.accountGone {
            return nil
        } catch StripeError.refused(let refusal) where refusal.status == 404 {
            return nil
        }
    }

    private func note(_ outcome: EventOutcome, of invoiceID: Int64? = nil, in office: Office) throws {
        try office.store.write { try $0.update(event: eventID, outcome: outcome, invoiceID: invoiceID) }
    }
}
