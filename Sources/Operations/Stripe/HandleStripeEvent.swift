import Accounting
import Payments
import Store
import Stripe

/// Stripe knocks: an event whose signature held is remembered and takes effect, in one transaction.
///
/// A paid session that says exactly what we expect is settled at once. Everything else is a doorbell: the worker asks
/// Stripe and decides.
struct HandleStripeEvent {
    private let event: Event
    private let takesRealMoney: Bool

    /// - Parameters:
    ///   - event: an event whose signature was verified.
    ///   - takesRealMoney: whether real money moves here: Stripe sends test events to live endpoints as well.
    init(event: Event, takesRealMoney: Bool) {
        self.event = event
        self.takesRealMoney = takesRealMoney
    }

    /// - Returns: what became of it; nil when it was received before.
    func run(in office: Office) throws -> EventOutcome? {
        let now = office.outside.now()
        return try office.store.write { writer in
            let isNew = try writer.addEvent(
                event.id,
                type: event.type,
                account: event.account,
                isLive: event.livemode,
                subject: event.object.id,
                createdAt: event.created,
                at: now
            )
            guard isNew else { return nil }
            let outcome = try takeEffect(writer, at: now)
            try writer.update(event: event.id, outcome: outcome)
            return outcome
        }
    }

    private func takeEffect(_ writer: StoreWriter, at now: Instant) throws -> EventOutcome {
        guard event.livemode == takesRealMoney else { return .otherMode }
        switch (event.type, event.object) {
        case (_, .checkoutSession(let session)):
            return try settle(session, writer, at: now)
        case ("account.updated", _), ("capability.updated", _), ("account.application.deauthorized", _):
            guard let name = event.account, let account = try writer.reader.account(named: name) else {
                return .unknownObject
            }
            try writer.leave(.readAccount, about: account.id, at: now)
            return .doorbell
        default:
            return .ignored
        }
    }

    private func settle(_ session: CheckoutSession, _ writer: StoreWriter, at now: Instant) throws -> EventOutcome {
        guard let record = try attempt(of: session, writer.reader) else { return .unknownObject }
        let outcome = try Settle(
            attemptID: record.id,
            testimony: Testimony(session, account: event.account ?? ""),
            session: session.id,
            paidAt: event.created,
            source: .event
        ).run(with: writer, at: now)
        return switch outcome {
        case .booked: .settled
        case .doorbell: .doorbell
        case .noted, .nothing: .ignored
        }
    }

    /// The attempt of a session; Stripe's event may come before its answer to us, so the session may not be noted yet.
    private func attempt(of session: CheckoutSession, _ reader: StoreReader) throws -> AttemptRecord? {
        if let record = try reader.attempt(session: session.id) { return record }
        guard let id = session.metadata["attempt"].flatMap({ Int64($0) }), let record = try reader.attempt(id),
            record.session == nil
        else { return nil }
        return record
    }
}

extension EventObject {
    fileprivate var id: String? {
        switch self {
        case .checkoutSession(let session): session.id
        case .account(let account): account.id
        case .other(_, let id): id
        }
    }
}
