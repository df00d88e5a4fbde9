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

    /// What came of a testimony.
    enum Outcome {
        /// The money is booked.
        case booked
        /// It was applied otherwise: set aside, or noted.
        case noted
        /// The worker will ask Stripe.
        case doorbell
        /// It says nothing new.
        case nothing
    }

    let attemptID: Int64
    let testimony: Testimony
    /// The session's id at Stripe.
    let session: String
    /// When the client paid.
    let paidAt: Instant
    let source: Source

    func run(with writer: StoreWriter, at now: Instant) throws -> Outcome {
        guard let found = try writer.reader.attempt(attemptID),
            let invoice = try writer.lockInvoice(found.attempt.invoice),
            // Read again: until the lock was ours, another road may have changed it.
            let record = try writer.reader.attempt(attemptID)
        else { throw NotFound() }
        let settlement = Settlement.decide(testimony, attempt: record.attempt, invoice: invoice.state)
        switch (settlement, source) {
        case (.book(let amount, let state, let effects), _):
            if try writer.isKnown(account: testimony.account, reference: reference) { return .nothing }
            try book(amount, of: record, invoice, state: state, effects: effects, with: writer, at: now)
            return .booked
        case (.quarantine, .fetched), (.note, .fetched):
            try apply(settlement, to: record, invoice, with: writer, at: now)
            return .noted
        // An event has the session without its payment: what seems nothing new of a live attempt may be that it failed.
        case (.quarantine, .event), (.note, .event),
            (.nothing, .event) where record.attempt.state.isLive:
            try writer.leave(.askAttempt, about: record.id, at: now)
            return .doorbell
        case (.nothing, _): return .nothing
        }
    }

    private var reference: String { testimony.paymentReference ?? session }

    private func book(
        _ amount: Cents,
        of record: AttemptRecord,
        _ invoice: Invoice,
        state: InvoiceState,
        effects: [InvoiceEffect],
        with writer: StoreWriter,
        at now: Instant
    ) throws {
        let paymentID = try writer.addPayment(
            of: amount,
            through: record,
            account: testimony.account,
            reference: reference,
            receivedOn: paidAt.parisDay,
            at: now
        )
        try writer.update(
            invoice,
            to: state,
            paidOn: state.due == .zero ? paidAt.parisDay : nil,
            means: .stripe,
            at: now
        )
        try writer.update(record, state: .paid, session: session, url: nil)
        if source == .event { try writer.leave(.confirmPayment, about: paymentID, at: now) }
        for effect in effects {
            try perform(effect, invoice: invoice, paymentID: paymentID, with: writer, at: now)
        }
    }

    private func perform(
        _ effect: InvoiceEffect,
        invoice: Invoice,
        paymentID: Int64,
        with writer: StoreWriter,
        at now: Instant
    ) throws {
        switch effect {
        case .bookReceipt(let amount):
            let entry = try registerEntry(of: amount, invoice, writer.reader, at: now)
            try writer.addRegisterLine(
                entry,
                of: invoice.companyID,
                paymentID: paymentID,
                chain: RegisterChain(digest: sha256)
            )
        case .announceReceipt(let amount):
            try writer.notify(invoice.companyID, of: .receipt, invoiceID: invoice.id, amount: amount, at: now)
            try writer.leave(.mailReceipt, about: paymentID, at: now)
        case .closeCheckout:
            // Another session of this invoice, had one been opened, no longer awaits the right amount.
            if let other = try writer.liveAttempt(of: invoice.id), other.id != attemptID {
                try writer.leave(.closeCheckout, about: other.id, at: now)
            }
        case .numberAndFreeze:
            preconditionFailure("Money never issues an invoice.")
        }
    }

    private func registerEntry(
        of amount: Cents,
        _ invoice: Invoice,
        _ reader: StoreReader,
        at now: Instant
    ) throws -> RegisterLine.Entry {
        guard let issued = try reader.issuedInvoice(invoice.id) else { throw NotFound() }
        return RegisterLine.Entry(
            receivedOn: paidAt.parisDay,
            document: issued.number.text,
            client: issued.buyer.name,
            nature: issued.nature,
            activity: issued.seller.activity,
            amount: amount,
            means: .stripe,
            reference: reference,
            recordedAt: now
        )
    }

    private func apply(
        _ settlement: Settlement,
        to record: AttemptRecord,
        _ invoice: Invoice,
        with writer: StoreWriter,
        at now: Instant
    ) throws {
        switch settlement {
        case .quarantine(let reason):
            try writer.update(record, state: .paid, session: session, url: nil)
            guard try !writer.isKnown(account: testimony.account, reference: reference) else { return }
            try writer.addQuarantinedPayment(
                of: testimony.amount,
                in: testimony.currency,
                through: record,
                account: testimony.account,
                reference: reference,
                reason: reason,
                at: now
            )
            try writer.notify(
                invoice.companyID,
                of: .quarantine,
                invoiceID: invoice.id,
                amount: testimony.amount,
                at: now
            )
        case .note(let attemptState, let invoiceState):
            try writer.update(record, state: attemptState, session: session, url: nil)
            guard invoiceState != invoice.state else { return }
            try writer.update(invoice, to: invoiceState, paidOn: invoice.paidOn, means: invoice.means, at: now)
            if attemptState == .failed {
                try writer.notify(invoice.companyID, of: .paymentFailed, invoiceID: invoice.id, at: now)
            }
        case .nothing, .book: break
        }
    }
}
