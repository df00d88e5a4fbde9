public import Accounting
public import Invoicing
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
    private let key: Token

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - amount: what is taken back, taxes included.
    ///   - reason: why.
    ///   - reversalID: the money that went back at Stripe, if the credit note answers any.
    ///   - key: of the form: sent twice, it is one credit note.
    public init(
        companyID: Int64,
        invoiceID: Int64,
        amount: Cents,
        reason: String,
        reversalID: Int64? = nil,
        key: Token
    ) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.amount = amount
        self.reason = reason
        self.reversalID = reversalID
        self.key = key
    }

    /// - Returns: the number given.
    /// - Throws: ``NotFound``, `CreditNoteRefusal`, `InvoiceRefusal`, or `IssueRefusal` for a date that would go backwards.
    public func run(in office: Office) throws -> InvoiceNumber {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            if let issued = try writer.reader.creditNote(key: key.fingerprint), issued.invoiceID == invoiceID {
                return issued.creditNote.number
            }
            let credited = try writer.reader.creditNotes(of: invoiceID).map(\.creditNote.amount).sum
            let reversal = try reversalID.map { try AnswerReversal.reversal($0, of: invoice, writer.reader) }
            if let reversal, amount != min(reversal.amount, invoice.total - credited) {
                throw CreditNoteRefusal.otherThanReversal
            }
            let applied = try CreditNote.apply(amount, to: invoice.state, total: invoice.total, credited: credited)
            let creditNote = CreditNote(
                number: try writer.takeNumber(series: .creditNote, of: companyID, on: now.parisDay),
                issuedOn: now.parisDay,
                amount: amount,
                isTotal: applied.isTotal,
                reason: reason
            )
            let creditNoteID = try writer.addCreditNote(creditNote, of: invoice, key: key.fingerprint, at: now)
            if applied.state != invoice.state {
                try writer.update(invoice, to: applied.state, paidOn: invoice.paidOn, means: invoice.means, at: now)
            }
            try CarryOut(effects: applied.effects, invoice: invoice).run(with: writer, at: now)
            if let reversal {
                try BookReversal(reversal: reversal, creditNoteID: creditNoteID, number: creditNote.number)
                    .run(with: writer, at: now)
            }
            return creditNote.number
        }
    }
}
