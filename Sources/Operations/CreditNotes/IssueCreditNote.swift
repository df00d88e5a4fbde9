import Accounting
public import Invoicing
import Store

/// A freelancer issues a credit note (« avoir »): the whole invoice is cancelled, or a part of it is taken back.
///
/// When it answers money that went back at Stripe, the register gets its negative line, and only then.
public struct IssueCreditNote {
    private let companyID: Int64
    private let invoiceID: Int64
    private let scope: CreditedContent.Scope
    private let reason: String
    private let reversalID: Int64?
    private let key: Token

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - scope: what is taken back.
    ///   - reason: why.
    ///   - reversalID: the money that went back at Stripe, if the credit note answers any.
    ///   - key: of the form: sent twice, it is one credit note.
    public init(
        companyID: Int64,
        invoiceID: Int64,
        scope: CreditedContent.Scope,
        reason: String,
        reversalID: Int64? = nil,
        key: Token
    ) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.scope = scope
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
            if invoice.kind == .deposit, try writer.reader.isDeducted(deposit: invoice.id) {
                throw CreditNoteRefusal.depositDeducted
            }
            guard let issued = try writer.reader.issuedInvoice(invoiceID) else { throw InvoiceRefusal.notIssued }
            let earlier = try writer.reader.creditNotes(of: invoiceID).map(\.creditNote)
            let content = try CreditedContent(scope, of: issued, after: earlier)
            let reversal = try reversalID.map { try AnswerReversal.reversal($0, of: invoice, writer.reader) }
            let (creditNote, applied) = try apply(content, earlier, reversal, to: invoice, with: writer, at: now)
            let creditNoteID = try writer.addCreditNote(creditNote, of: invoice, key: key.fingerprint, at: now)
            try writer.keepFile(
                of: creditNote,
                id: creditNoteID,
                correcting: issued,
                invoiceID: invoiceID,
                press: office.press,
                at: now
            )
            try writer.waive(invoice, to: applied.state, at: now)
            if applied.state != invoice.state {
                let paidOn = paidOn(invoice, applied.state, now)
                try writer.update(invoice, to: applied.state, paidOn: paidOn, means: invoice.means, at: now)
            }
            try CarryOut(effects: applied.effects, invoice: invoice).run(with: writer, at: now)
            if let reversal {
                try BookReversal(
                    reversal: reversal,
                    creditNoteID: creditNoteID,
                    creditNote: creditNote,
                    state: applied.state
                )
                .run(with: writer, at: now)
            }
            return creditNote.number
        }
    }

    private func apply(
        _ content: CreditedContent,
        _ earlier: [CreditNote],
        _ reversal: ReversalRecord?,
        to invoice: Invoice,
        with writer: StoreWriter,
        at now: Instant
    ) throws -> (CreditNote, (state: InvoiceState, effects: [InvoiceEffect])) {
        let credited = earlier.map(\.amount).sum
        if let reversal, content.amount != min(reversal.amount, invoice.total - credited) {
            throw CreditNoteRefusal.otherThanReversal
        }
        let standing = try reversal.map { try invoice.state.after(.giveBack($0.amount)).0 } ?? invoice.state
        let applied = try CreditNote.apply(content.amount, to: standing, total: invoice.total, credited: credited)
        let creditNote = CreditNote(
            number: try writer.takeNumber(series: .creditNote, of: companyID, on: now.parisDay),
            issuedOn: now.parisDay,
            amount: content.amount,
            isTotal: applied.isTotal,
            reason: reason,
            lines: content.lines,
            totals: content.totals
        )
        return (creditNote, (applied.state, applied.effects))
    }

    /// An invoice whose rest is taken back is paid in full on that day.
    private func paidOn(_ invoice: Invoice, _ state: InvoiceState, _ now: Instant) -> Day? {
        if case .paid = state, invoice.paidOn == nil { now.parisDay } else { invoice.paidOn }
    }
}
