import Accounting
import Invoicing
import Payments
import Store

/// Money that went back at Stripe is answered by a credit note: only then does the register get its negative line, dated by
/// the day it went back.
///
/// The caller holds the invoice's lock.
struct BookReversal {
    let reversal: ReversalRecord
    let creditNoteID: Int64
    /// The credit note, which proves the line.
    let creditNote: CreditNote
    /// Where the invoice stands afterwards.
    let state: InvoiceState

    func run(with writer: StoreWriter, at now: Instant) throws {
        // Read again: the credit note may have changed where the invoice stands.
        guard let invoice = try writer.lockInvoice(reversal.invoiceID) else { throw NotFound() }
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
            state: state,
            line: .reversal(creditNote: creditNote)
        ).run(with: writer, at: now)
    }
}
