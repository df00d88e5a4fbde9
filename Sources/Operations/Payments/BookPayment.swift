import Accounting
import Invoicing
import Payments
import Store

/// Money that an invoice awaits is recorded: the payment, the invoice's new state, the register's line, the news.
///
/// The caller holds the invoice's lock.
struct BookPayment {
    let money: IncomingMoney
    let amount: Cents
    let state: InvoiceState
    let effects: [InvoiceEffect]

    /// - Returns: the payment's id; nil when it was booked before.
    func run(with writer: StoreWriter, at now: Instant) throws -> Int64? {
        let booking = BookMovement(
            invoice: money.invoice,
            entry: Payment.Entry(
                from: .stripe(account: money.testimony.account, reference: money.reference),
                of: amount,
                by: .stripe,
                receivedOn: money.paidAt.parisDay,
                attemptID: money.record.id
            ),
            state: state,
            line: .receipt
        )
        guard let paymentID = try booking.run(with: writer, at: now) else { return nil }
        try writer.update(money.record, state: .paid, session: money.session, url: nil)
        for effect in effects { try perform(effect, paymentID, with: writer, at: now) }
        return paymentID
    }

    private func perform(
        _ effect: InvoiceEffect,
        _ paymentID: Int64,
        with writer: StoreWriter,
        at now: Instant
    ) throws {
        let invoice = money.invoice
        switch effect {
        case .bookReceipt: break  // That is the movement booked above.
        case .announceReceipt(let amount):
            try writer.notify(invoice.companyID, of: .receipt, invoiceID: invoice.id, amount: amount, at: now)
            try writer.leave(.mailReceipt, about: paymentID, at: now)
        case .closeCheckout:
            // Another session of this invoice, had one been opened, no longer awaits the right amount.
            if try writer.liveAttempt(of: invoice.id) != nil {
                try writer.leave(.alignCheckout, about: invoice.id, at: now)
            }
        case .numberAndFreeze:
            preconditionFailure("Money never issues an invoice.")
        }
    }
}
