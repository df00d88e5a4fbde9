public import Accounting

/// A credit note (« avoir »): the only way to take back an issued invoice, in whole or in part.
///
/// All that it says beside this follows from the frozen invoice that it corrects (BOI-TVA-DECLA-30-20-20-30).
public struct CreditNote: Sendable, Equatable {
    /// Its number, in a series of its own.
    public let number: InvoiceNumber
    /// The day of issue, in Paris.
    public let issuedOn: Day
    /// What it takes back, taxes included; always positive.
    public let amount: Cents
    /// True when it cancels the invoice.
    public let isTotal: Bool
    /// Why, in the seller's words.
    public let reason: String

    /// A credit note, as it was stored.
    public init(number: InvoiceNumber, issuedOn: Day, amount: Cents, isTotal: Bool, reason: String) {
        self.number = number
        self.issuedOn = issuedOn
        self.amount = amount
        self.isTotal = isTotal
        self.reason = reason
    }
}

/// Why there can be no such credit note.
public enum CreditNoteRefusal: Error, Sendable, Equatable {
    /// The amount is zero or less.
    case notAnAmount
    /// With those issued before, it would take back more than the invoice's total.
    case moreThanInvoiced
    /// A part can be taken back only of what was paid; an unpaid invoice is cancelled as a whole.
    case partOfUnpaid
    /// It answers money that went back, and is not of that amount.
    case otherThanReversal
}

extension CreditNote {
    /// The state of an invoice after a credit note, or why there can be none.
    ///
    /// - Parameters:
    ///   - amount: what is to be taken back.
    ///   - invoice: where the invoice stands.
    ///   - total: the invoice's total.
    ///   - credited: what earlier credit notes took back.
    /// - Returns: the new state and what follows, and whether the credit note cancels the whole invoice.
    /// - Throws: ``CreditNoteRefusal``, or ``InvoiceRefusal`` when the invoice cannot be cancelled.
    public static func apply(
        _ amount: Cents,
        to invoice: InvoiceState,
        total: Cents,
        credited: Cents
    ) throws -> (state: InvoiceState, effects: [InvoiceEffect], isTotal: Bool) {
        guard amount > .zero else { throw CreditNoteRefusal.notAnAmount }
        guard amount <= total - credited else { throw CreditNoteRefusal.moreThanInvoiced }
        guard amount + credited == total else {
            guard case .paid = invoice else {
                // Whoever cannot be cancelled says why; what can is told that it cannot be cut.
                _ = try invoice.after(.cancel)
                throw CreditNoteRefusal.partOfUnpaid
            }
            return (invoice, [], false)
        }
        let (state, effects) = try invoice.after(.cancel)
        return (state, effects, true)
    }
}
