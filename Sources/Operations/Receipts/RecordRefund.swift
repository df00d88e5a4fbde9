public import Accounting
import Invoicing
import Store

/// A freelancer records that they gave money back otherwise than through Stripe, which a credit note had taken back before.
///
/// The register gets a negative line of that day, which cites the credit note: receipts are what was kept.
public struct RecordRefund {
    private let companyID: Int64
    private let invoiceID: Int64
    private let amount: Cents
    private let means: MeansOfPayment
    private let givenOn: Day
    private let note: String
    private let key: Token

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - amount: what went back, positive; a part of what is to be given back, or all of it.
    ///   - means: how it went.
    ///   - givenOn: the day it went.
    ///   - note: the number of the cheque or the transfer, if any.
    ///   - key: of the form: sent twice, it is one refund.
    public init(
        companyID: Int64,
        invoiceID: Int64,
        amount: Cents,
        means: MeansOfPayment,
        givenOn: Day,
        note: String,
        key: Token
    ) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.amount = amount
        self.means = means
        self.givenOn = givenOn
        self.note = note
        self.key = key
    }

    /// Books it.
    ///
    /// - Throws: ``NotFound``, or `InvoiceRefusal`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let (now, reader) = (office.outside.now(), writer.reader)
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            guard try !reader.isBooked(key: key.fingerprint) else { return }
            guard amount > .zero else { throw InvoiceRefusal.notAnAmount }
            guard amount <= (try reader.owedBack(ofInvoice: invoiceID)) else { throw InvoiceRefusal.moreThanOwedBack }
            let notes = try reader.creditNotes(of: invoiceID)
            guard let note = notes.last(where: { $0.mayAnswer(amount) }) ?? notes.last else { throw NotFound() }
            let (state, effects) = try invoice.state.after(.giveBack(amount))
            let entry = Payment.Entry(
                from: .byHand(key: key.fingerprint, note: self.note),
                of: -amount,
                by: means,
                receivedOn: givenOn,
                creditNoteID: note.id
            )
            _ = try BookMovement(
                invoice: invoice,
                entry: entry,
                state: state,
                line: .reversal(creditNote: note.creditNote)
            ).run(with: writer, at: now)
            try CarryOut(effects: effects, invoice: invoice).run(with: writer, at: now)
        }
    }
}
