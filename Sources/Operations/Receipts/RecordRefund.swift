import Accounting
import Invoicing
import Store

/// A freelancer records that they gave money back otherwise than through Stripe, which a credit note had taken back before.
///
/// The register gets a negative line of that day for each credit note that it answers, and which the line cites: receipts
/// are what was kept.
public struct RecordRefund {
    private let companyID: Int64
    private let invoiceID: Int64
    private let money: MoneyByHand

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - money: what went back; a part of what is to be given back, or all of it.
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
            let (now, reader) = (office.outside.now(), writer.reader)
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            guard try !reader.isBooked(key: money.key.fingerprint) else { return }
            guard money.amount > .zero else { throw InvoiceRefusal.notAnAmount }
            let owed = OwedByDay(
                total: invoice.total,
                notes: try reader.creditNotes(of: invoiceID),
                payments: try reader.payments(of: invoiceID),
                leaving: try reader.reversals(ofInvoice: invoiceID).filter(\.isLeaving).map(\.amount).sum
            )
            let parts = try owed.parts(of: money.amount, on: money.day)
            let (state, effects) = try invoice.state.after(.giveBack(money.amount))
            for (position, part) in parts.enumerated() {
                let entry = Payment.Entry(
                    from: .byHand(key: key(ofPart: position), note: money.note),
                    of: -part.amount,
                    by: money.means,
                    receivedOn: money.day,
                    creditNoteID: part.note.id
                )
                _ = try BookMovement(
                    invoice: invoice,
                    entry: entry,
                    state: state,
                    line: .reversal(creditNote: part.note.creditNote)
                ).run(with: writer, at: now)
            }
            try CarryOut(effects: effects, invoice: invoice).run(with: writer, at: now)
        }
    }

    /// The form's key is that of the first part: the form sent again is known by it.
    private func key(ofPart position: Int) -> Fingerprint {
        position == 0 ? money.key.fingerprint : sha256(Array("part \(position)".utf8) + money.key.fingerprint.bytes)
    }
}
