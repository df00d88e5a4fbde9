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
    private let endpoint: StripeEndpoint
    private let takesRealMoney: Bool

    /// - Parameters:
    ///   - event: an event whose signature was verified.
    ///   - endpoint: where it came.
    ///   - takesRealMoney: whether real money moves here: Stripe sends test events to live endpoints as well.
    init(event: Event, endpoint: StripeEndpoint, takesRealMoney: Bool) {
        self.event = event
        self.endpoint = endpoint
        self.takesRealMoney = takesRealMoney
    }

    /// - Returns: what became of it; nil when it was received before.
    func run(in office: Office) throws -> EventOutcome? {
        let effect = try remember(in: office)
        if let settlement = effect?.settlement { office.outside.noteSettlement(settlement) }
        return effect?.outcome
    }

    private func remember(in office: Office) throws -> Effect? {
        let now = office.outside.now()
        return try office.store.write { writer in
            let id = try writer.addEvent(
                event.id,
                type: event.type,
                endpoint: endpoint,
                account: event.account,
                isLive: event.livemode,
                subject: event.object.id,
                payment: event.object.payment,
                createdAt: event.created,
                at: now
            )
            guard let id else { return nil }
            let effect = try takeEffect(id, office.environment, writer, at: now)
            try writer.update(event: id, outcome: effect.outcome, invoiceID: effect.invoiceID)
            return effect
        }
    }

    /// What became of it, the invoice it is about, and what came of its testimony if it is one.
    private struct Effect {
        let outcome: EventOutcome
        var invoiceID: Int64?
        var settlement: SettlementOutcome?
    }

    private func takeEffect(
        _ id: Int64,
        _ environment: String,
        _ writer: StoreWriter,
        at now: Instant
    ) throws -> Effect {
        guard event.livemode == takesRealMoney else { return Effect(outcome: .otherMode) }
        switch EventMatter(event) {
        case .session(let session): return try settle(session, id, environment, writer, at: now)
        case .account(let errand): return try ring(errand, writer, at: now)
        case .disconnection: return try loseAccount(writer, at: now)
        case .reversal: return try ringAboutReversal(id, writer, at: now)
        case .nothing: return Effect(outcome: .ignored, invoiceID: try payment(writer.reader)?.invoiceID)
        }
    }

    private func settle(
        _ session: CheckoutSession,
        _ id: Int64,
        _ environment: String,
        _ writer: StoreWriter,
        at now: Instant
    ) throws -> Effect {
        switch try SessionOrigin(of: session, on: event.account, in: environment, writer.reader) {
        case .foreign: return Effect(outcome: .unknownObject)
        case .unknown:
            try writer.leave(.retryEvent, about: id, at: now)
            return Effect(outcome: .waiting)
        case .attempt(let record):
            let outcome = try Settle(
                attempt: record,
                testimony: Testimony(session, account: event.account ?? ""),
                session: session.id,
                paidAt: event.created,
                source: .event
            ).run(with: writer, at: now)
            return Effect(outcome: EventOutcome(outcome), invoiceID: record.attempt.invoice, settlement: outcome)
        }
    }

    /// The account is worth asking Stripe about.
    private func ring(_ errand: Errand.Kind, _ writer: StoreWriter, at now: Instant) throws -> Effect {
        guard let account = try account(writer.reader) else { return Effect(outcome: .unknownObject) }
        try writer.leave(errand, about: account.id, at: now)
        return Effect(outcome: .doorbell)
    }

    /// The freelancer ended the connection at Stripe, which can be asked no more: its signed word is enough, unless the
    /// account was connected again since.
    private func loseAccount(_ writer: StoreWriter, at now: Instant) throws -> Effect {
        guard let account = try account(writer.reader) else { return Effect(outcome: .unknownObject) }
        // Stripe counts whole seconds: what was connected in the same one may be what ended.
        let endOfSecond = Instant(microseconds: event.created.microseconds + 999_999)
        let isLost = try LoseAccount(accountID: account.id, moment: endOfSecond).run(with: writer, at: now)
        return Effect(outcome: isLost ? .disconnected : .known)
    }

    private func ringAboutReversal(_ id: Int64, _ writer: StoreWriter, at now: Instant) throws -> Effect {
        guard let payment = try payment(writer.reader) else { return Effect(outcome: .unknownObject) }
        try writer.leave(.readReversals, about: id, at: now)
        return Effect(outcome: .doorbell, invoiceID: payment.invoiceID)
    }

    private func account(_ reader: StoreReader) throws -> StripeAccount? {
        guard let name = event.account else { return nil }
        return try reader.account(named: name)
    }

    private func payment(_ reader: StoreReader) throws -> KnownPayment? {
        guard let account = event.account, let reference = event.object.payment else { return nil }
        return try KnownPayment(account: account, reference: reference, reader)
    }
}

extension EventOutcome {
    fileprivate init(_ outcome: SettlementOutcome) {
        switch outcome {
        case .booked: self = .settled
        case .doorbell: self = .doorbell
        case .noted, .nothing: self = .known
        }
    }
}
