public import Accounting
import Invoicing
import Store

/// A freelancer records money that came another way than through Stripe, such as a transfer or a cheque.
///
/// The client's open page at Stripe is closed, since the invoice awaits less, or nothing.
public struct RecordReceipt {
    private let companyID: Int64
    private let invoiceID: Int64
    private let amount: Cents
    private let means: MeansOfPayment
    private let receivedOn: Day
    private let note: String
    private let key: Token

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - amount: what came; a part of what remains, or all of it.
    ///   - means: how it came.
    ///   - receivedOn: the day it came.
    ///   - note: the number of the cheque or the transfer, if any.
    ///   - key: of the form: sent twice, it is one receipt.
    public init(
        companyID: Int64,
        invoiceID: Int64,
        amount: Cents,
        means: MeansOfPayment,
        receivedOn: Day,
        note: String,
        key: Token
    ) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.amount = amount
        self.means = means
        self.receivedOn = receivedOn
        self.note = note
        self.key = key
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
            guard try !writer.reader.isBooked(key: key.fingerprint) else { return }
            let (state, effects) = try invoice.state.after(.receiveByHand(amount))
            let entry = Payment.Entry(
                from: .byHand(key: key.fingerprint, note: note),
                of: amount,
                by: means,
                receivedOn: receivedOn
            )
            _ = try BookMovement(invoice: invoice, entry: entry, state: state, line: .receipt).run(
                with: writer,
                at: now
            )
            try CarryOut(effects: effects, invoice: invoice).run(with: writer, at: now)
        }
    }
}
