import Accounting
import Payments
import Store

/// Real money that no invoice awaits is kept for a person to decide (« Paiements à vérifier »): no stamp, no line in the
/// register, but never dropped.
struct SetAsidePayment {
    let money: IncomingMoney
    let reason: QuarantineReason

    func run(with writer: StoreWriter, at now: Instant) throws {
        try writer.update(money.record, state: .paid, session: money.session, url: nil)
        let (testimony, invoice) = (money.testimony, money.invoice)
        try writer.addQuarantinedPayment(
            of: testimony.amount,
            in: testimony.currency,
            for: invoice,
            attemptID: money.record.id,
            account: testimony.account,
            reference: money.reference,
            receivedOn: money.paidAt.parisDay,
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
    }
}
