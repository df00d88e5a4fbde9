import Accounting
import Invoicing
import Store

/// A freelancer undoes a receipt or a refund that they had recorded by hand: by a counter-line, since nothing is ever erased.
public struct UndoReceipt {
    private let companyID: Int64
    private let invoiceID: Int64
    private let paymentID: Int64

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - paymentID: the receipt, or the refund.
    public init(companyID: Int64, invoiceID: Int64, paymentID: Int64) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.paymentID = paymentID
    }

    /// Books the counter-line, dated today; what was undone stays so.
    ///
    /// - Throws: ``NotFound`` unless it is a receipt by hand of this invoice, `InvoiceRefusal`, or
    ///   `CreditNoteRefusal.depositDeducted` while a final invoice takes the deposit off.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID,
                let payment = try writer.reader.payment(paymentID), payment.invoiceID == invoiceID,
                case .byHand(let key, let note) = payment.source, payment.undoes == nil
            else { throw NotFound() }
            let undoing = Self.key(of: key)
            guard try !writer.reader.isBooked(key: undoing) else { return }
            let notes = try writer.reader.creditNotes(of: invoice.id)
            let refunded = notes.first { $0.id == payment.creditNoteID }?.creditNote
            let (state, effects) =
                refunded == nil ? try undone(payment, of: invoice, notes, writer.reader) : (invoice.state, [])
            let entry = Payment.Entry(
                from: .byHand(key: undoing, note: note),
                of: -payment.amount,
                by: payment.means,
                receivedOn: now.parisDay,
                undoes: payment.id
            )
            _ = try BookMovement(
                invoice: invoice,
                entry: entry,
                state: state,
                line: refunded.map { .undoingRefund(creditNote: $0) } ?? .undoing
            )
            .run(with: writer, at: now)
            try CarryOut(effects: effects, invoice: invoice).run(with: writer, at: now)
        }
    }

    /// Where an invoice stands without a receipt.
    private func undone(
        _ receipt: Payment,
        of invoice: Invoice,
        _ notes: [CreditNoteRecord],
        _ reader: StoreReader
    ) throws -> (InvoiceState, [InvoiceEffect]) {
        if invoice.kind == .deposit, try reader.isDeducted(deposit: invoice.id) {
            throw CreditNoteRefusal.depositDeducted
        }
        if case .paid = invoice.state, notes.map(\.creditNote.amount).sum > invoice.waived {
            throw InvoiceRefusal.creditedInPart
        }
        // What was given back of it is not here any more.
        guard receipt.amount <= (try reader.payments(of: invoice.id).map(\.amount).sum) else {
            throw InvoiceRefusal.moreThanReceived
        }
        return try invoice.state.after(.undoReceipt(receipt.amount))
    }

    /// The key of the counter-line follows from that of the receipt: there is one.
    private static func key(of key: Fingerprint) -> Fingerprint {
        sha256(Array("undo".utf8) + key.bytes)
    }
}
