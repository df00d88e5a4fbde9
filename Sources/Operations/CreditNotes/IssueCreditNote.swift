public import Accounting
public import Invoicing
import Payments
import Store

/// A freelancer issues a credit note (« avoir »): the whole invoice is cancelled, or a part of what was paid is taken back.
///
/// When it answers money that went back at Stripe, the register gets its negative line, and only then.
public struct IssueCreditNote {
    private let companyID: Int64
    private let invoiceID: Int64
    private let amount: Cents
    private let reason: String
    private let reversalID: Int64?

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - amount: what is taken back, taxes included.
    ///   - reason: why.
    ///   - reversalID: the money that went back at Stripe, if the credit note answers any.
    public init(companyID: Int64, invoiceID: Int64, amount: Cents, reason: String, reversalID: Int64? = nil) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.amount = amount
        self.reason = reason
        self.reversalID = reversalID
    }

    /// - Returns: the number given.
    /// - Throws: ``NotFound``, `CreditNoteRefusal`, `InvoiceRefusal`, or `IssueRefusal` for a date that would go backwards.
    public func run(in office: Office) throws -> InvoiceNumber {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            let reversal = try reversalID.map { try self.reversal($0, writer.reader) }
            let credited = try writer.reader.creditNotes(of: invoiceID).map(\.creditNote.amount).sum
            let applied = try CreditNote.apply(amount, to: invoice.state, total: invoice.total, credited: credited)
            let creditNote = CreditNote(
                number: try writer.takeNumber(series: .creditNote, of: companyID, on: now.parisDay),
                issuedOn: now.parisDay,
                amount: amount,
                isTotal: applied.isTotal,
                reason: reason
            )
            let creditNoteID = try writer.addCreditNote(creditNote, of: invoice, at: now)
            if applied.state != invoice.state {
                try writer.update(invoice, to: applied.state, paidOn: invoice.paidOn, means: invoice.means, at: now)
            }
            try CarryOut(effects: applied.effects, invoice: invoice).run(with: writer, at: now)
            if let reversal { try answer(reversal, with: creditNote, creditNoteID, writer, at: now) }
            return creditNote.number
        }
    }

    private func reversal(_ id: Int64, _ reader: StoreReader) throws -> ReversalRecord {
        guard let reversal = try reader.reversal(id), reversal.invoiceID == invoiceID, reversal.awaitsCreditNote else {
            throw NotFound()
        }
        return reversal
    }

    private func answer(
        _ reversal: ReversalRecord,
        with creditNote: CreditNote,
        _ creditNoteID: Int64,
        _ writer: StoreWriter,
        at now: Instant
    ) throws {
        // Read again: the credit note may have changed where the invoice stands.
        guard let invoice = try writer.lockInvoice(invoiceID) else { throw NotFound() }
        try writer.answer(reversal, with: creditNoteID)
        let entry = Payment.Entry(
            from: .stripe(account: reversal.account, reference: reversal.reference),
            of: -reversal.amount,
            by: .stripe,
            receivedOn: reversal.beganOn,
            reversalID: reversal.id
        )
        _ = try BookMovement(
            invoice: invoice,
            entry: entry,
            state: invoice.state,
            line: .reversal(creditNote: creditNote.number)
        ).run(with: writer, at: now)
    }
}
