import Accounting
import Invoicing
import Store

/// A freelancer records money that came another way than through Stripe, such as a transfer or a cheque.
///
/// The client's open page at Stripe is closed, since the invoice awaits less, or nothing.
public struct RecordReceipt {
    private let companyID: Int64
    private let invoiceID: Int64
    private let money: MoneyByHand

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - money: what came; a part of what remains, or all of it.
    public init(companyID: Int64, invoiceID: Int64, _ money: MoneyByHand) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.money = money
    }

    /// Books it.
    ///
    /// - Throws: ``NotFound``, or `InvoiceRefusal`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            // Before the invoice is asked: having been booked, it may be what makes the invoice refuse.
            guard try !writer.reader.isBooked(key: money.key.fingerprint) else { return }
            let (state, effects) = try invoice.state.after(.receiveByHand(money.amount))
            let entry = Payment.Entry(
                from: .byHand(key: money.key.fingerprint, note: money.note),
                of: money.amount,
                by: money.means,
                receivedOn: money.day
            )
            _ = try BookMovement(invoice: invoice, entry: entry, state: state, line: .receipt).run(
                with: writer,
                at: now
            )
            try CarryOut(effects: effects, invoice: invoice).run(with: writer, at: now)
        }
    }
}
