import Accounting
import Invoicing
import Payments
import Store

/// An attempt about which Stripe tells us nothing any more is over.
///
/// Either we never heard of its session: nobody was given its address, and Stripe ends it by itself. Or its account is
/// gone, and what happens there is not ours to know. Should money come all the same, it is booked or set aside as ever.
struct GiveUpAttempt {
    let record: AttemptRecord

    func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(record.attempt.invoice),
                // Read again under the lock: Stripe's answer may have come meanwhile.
                let current = try writer.reader.attempt(record.id), current.session == record.session
            else { return }
            if current.attempt.state == .processing { return try loseSight(of: current, invoice, writer, at: now) }
            guard let state = try? current.attempt.state.after(.expired) else { return }
            try writer.update(current, state: state)
        }
    }

    /// The client has finished, and nobody says what became of their money: a person must look.
    private func loseSight(of current: AttemptRecord, _ invoice: Invoice, _ writer: StoreWriter, at now: Instant) throws
    {
        try writer.update(current, state: .failed)
        if let (state, _) = try? invoice.state.after(.paymentFailed) {
            try writer.update(invoice, to: state, paidOn: invoice.paidOn, means: invoice.means, at: now)
        }
        try ReportDiscrepancy(
            kind: .lostSight,
            session: current.session ?? current.idempotencyKey,
            account: current.attempt.account,
            amount: current.attempt.amount,
            companyID: current.companyID,
            invoiceID: invoice.id
        ).run(with: writer, at: now)
    }
}

extension AttemptRecord {
    /// How long a delayed payment may take, in seconds: fourteen days.
    private static let longestDelay: Int64 = 14 * 86_400

    /// True when no more can be learnt of it by waiting.
    func isOver(at now: Instant) -> Bool {
        attempt.state == .processing ? now > createdAt.adding(seconds: Self.longestDelay) : now > sessionExpiresAt
    }
}
