public import Accounting

/// A credit note (« avoir »): the only way to take back an issued invoice, in whole or in part.
///
/// Parties, dates of reference and mentions are those of the frozen invoice that it corrects (BOI-TVA-DECLA-30-20-20-30).
public struct CreditNote: Sendable, Equatable {
    /// Its number, in a series of its own.
    public let number: InvoiceNumber
    /// The day of issue, in Paris.
    public let issuedOn: Day
    /// What it takes back of what the client was asked for, taxes included; always positive.
    public let amount: Cents
    /// True when it cancels the invoice.
    public let isTotal: Bool
    /// Why, in the seller's words.
    public let reason: String
    /// What it takes back, line by line; amounts are positive.
    public let lines: [InvoiceLine]
    /// The amounts of its lines.
    public let totals: Totals

    /// A credit note, as it was stored.
    public init(
        number: InvoiceNumber,
        issuedOn: Day,
        amount: Cents,
        isTotal: Bool,
        reason: String,
        lines: [InvoiceLine],
        totals: Totals
    ) {
        self.number = number
        self.issuedOn = issuedOn
        self.amount = amount
        self.isTotal = isTotal
        self.reason = reason
        self.lines = lines
        self.totals = totals
    }
}

/// Why there can be no such credit note.
public enum CreditNoteRefusal: Error, Sendable, Equatable {
    /// The amount is zero or less.
    case notAnAmount
    /// With those issued before, it would take back more than was invoiced: in all, or of one line, or at one VAT rate.
    case moreThanInvoiced
    /// It answers money that went back, and is not of that amount.
    case otherThanReversal
    /// The invoice is a deposit that another invoice has taken off: that one is cancelled first.
    case depositDeducted
}

extension CreditNote {
    /// The state of an invoice after a credit note, or why there can be none.
    ///
    /// - Parameters:
    ///   - amount: what is to be taken back.
    ///   - invoice: where the invoice stands.
    ///   - total: what the client was asked for at first.
    ///   - credited: what earlier credit notes took back.
    /// - Returns: the new state and what follows, and whether the credit note cancels the whole invoice.
    /// - Throws: ``CreditNoteRefusal``, or ``InvoiceRefusal`` when the invoice cannot be cancelled or asked less for.
    public static func apply(
        _ amount: Cents,
        to invoice: InvoiceState,
        total: Cents,
        credited: Cents
    ) throws -> (state: InvoiceState, effects: [InvoiceEffect], isTotal: Bool) {
        guard amount > .zero else { throw CreditNoteRefusal.notAnAmount }
        guard amount <= total - credited else { throw CreditNoteRefusal.moreThanInvoiced }
        let isTotal = amount + credited == total
        let (state, effects) = try invoice.after(isTotal ? .cancel : .credit(amount))
        return (state, effects, isTotal)
    }
}
