import Accounting
import Invoicing
import Store

/// A freelancer says which credit note, issued before, answers money that went back at Stripe.
///
/// Who issues the credit note first and refunds afterwards must not issue a second one for the same money.
public struct AnswerReversal {
    private let companyID: Int64
    private let reversalID: Int64
    private let creditNoteID: Int64

    /// - Parameters:
    ///   - companyID: whose money.
    ///   - reversalID: what went back.
    ///   - creditNoteID: the credit note, of the same invoice.
    public init(companyID: Int64, reversalID: Int64, creditNoteID: Int64) {
        self.companyID = companyID
        self.reversalID = reversalID
        self.creditNoteID = creditNoteID
    }

    /// Books the negative line; what was answered before stays so.
    ///
    /// - Throws: ``NotFound`` unless the credit note is of the same invoice and has room for so much.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let reader = writer.reader
            guard let found = try reader.reversal(reversalID), found.companyID == companyID,
                let invoice = try writer.lockInvoice(found.invoiceID)
            else { throw NotFound() }
            let reversal = try Self.reversal(reversalID, of: invoice, reader)
            let creditNote = try reader.creditNotes(of: invoice.id).first { $0.id == creditNoteID }
            guard let creditNote, creditNote.mayAnswer(reversal.amount) else { throw NotFound() }
            // Given back by hand already, it would leave the register twice.
            guard reversal.amount <= (try reader.payments(of: invoice.id).map(\.amount).sum) else {
                throw InvoiceRefusal.moreThanReceived
            }
            let (state, effects) = try invoice.state.after(.giveBack(reversal.amount))
            let now = office.outside.now()
            try BookReversal(
                reversal: reversal,
                creditNoteID: creditNoteID,
                creditNote: creditNote.creditNote,
                state: state
            ).run(with: writer, at: now)
            try CarryOut(effects: effects, invoice: invoice).run(with: writer, at: now)
        }
    }

    /// Money that went back of an invoice and still waits for an answer.
    static func reversal(_ id: Int64, of invoice: Invoice, _ reader: StoreReader) throws -> ReversalRecord {
        guard let reversal = try reader.reversal(id), reversal.invoiceID == invoice.id, reversal.awaitsCreditNote else {
            throw NotFound()
        }
        return reversal
    }
}
