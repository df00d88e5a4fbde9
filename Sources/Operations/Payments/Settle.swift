import Accounting
import Invoicing
import Payments
import Store

/// The one function in which money is recorded: the webhook, the client's return and the worker all end here.
///
/// It runs inside the caller's transaction, so that an event is "seen" only if its effects are committed. It locks the
/// invoice; whoever comes second finds the payment and changes nothing.
struct Settle {
    /// Where a testimony comes from.
    enum Source {
        /// A signed event: believed when it says exactly what we expect, otherwise only a reason to ask.
        case event
        /// Fetched with our own key: believed.
        case fetched
    }

    /// The attempt as it was found; it is read again under the lock.
    let attempt: AttemptRecord
    let testimony: Testimony
    /// The session's id at Stripe.
    let session: String
    /// When the client paid.
    let paidAt: Instant
    let source: Source

    func run(with writer: StoreWriter, at now: Instant) throws -> SettlementOutcome {
        guard let invoice = try writer.lockInvoice(attempt.attempt.invoice),
            // Until the lock was ours, another road may have changed it.
            let record = try writer.reader.attempt(attempt.id)
        else { throw NotFound() }
        let money = IncomingMoney(
            testimony: testimony,
            session: session,
            paidAt: paidAt,
            record: record,
            invoice: invoice
        )
        let isRecorded = try testimony.verdict == .paid && money.isKnown(to: writer)
        let settlement = Settlement.decide(
            testimony,
            attempt: record.attempt,
            invoice: invoice.state,
            offersOnlinePayment: invoice.offersOnlinePayment,
            isRecorded: isRecorded
        )
        switch (settlement, source) {
        case (.book(let amount, let state, let effects), _):
            let booking = BookPayment(money: money, amount: amount, state: state, effects: effects)
            guard let paymentID = try booking.run(with: writer, at: now) else { return .nothing }
            // To be confirmed, when it comes from an event, and its fees to be read.
            try writer.leave(.confirmPayment, about: paymentID, at: now)
            return .booked
        case (.quarantine(let reason, let state), .fetched):
            try SetAsidePayment(money: money, reason: reason).run(with: writer, at: now)
            if state != invoice.state {
                try writer.update(invoice, to: state, paidOn: invoice.paidOn, means: invoice.means, at: now)
            }
            return .noted
        case (.note(let attemptState, let invoiceState), .fetched):
            try note(attemptState, of: record, invoiceState, of: invoice, with: writer, at: now)
            return .noted
        // Recorded although its attempt was not known then: nothing more is to come through it.
        case (.nothing, _) where isRecorded && record.attempt.state != .paid:
            try writer.update(record, state: .paid, session: session, url: nil)
            return .nothing
        // An event has the session without its payment: what seems nothing new of a live attempt may be that it failed.
        case (.quarantine, .event), (.note, .event),
            (.nothing, .event) where record.attempt.state.isLive:
            // Stripe's event may be the first to name the session: without it, nobody could be asked.
            if record.session == nil {
                try writer.update(record, state: record.attempt.state, session: session, url: nil)
            }
            try writer.leave(.askAttempt, about: record.id, at: now)
            return .doorbell
        case (.nothing, _): return .nothing
        }
    }

    private func note(
        _ attemptState: AttemptState,
        of record: AttemptRecord,
        _ invoiceState: InvoiceState,
        of invoice: Invoice,
        with writer: StoreWriter,
        at now: Instant
    ) throws {
        try writer.update(record, state: attemptState, session: session, url: nil)
        guard invoiceState != invoice.state else { return }
        try writer.update(invoice, to: invoiceState, paidOn: invoice.paidOn, means: invoice.means, at: now)
        if attemptState == .failed {
            try writer.notify(invoice.companyID, of: .paymentFailed, invoiceID: invoice.id, at: now)
        }
    }
}
