public import Accounting

/// What an invoice is: the French word is its title, and electronic invoices have a code for it (EN 16931 BT-3).
public enum InvoiceKind: String, Sendable, CaseIterable {
    /// « Facture » (380).
    case invoice
    /// « Facture d’acompte », for money asked before the supply (386; CGI article 289 I-1-c).
    case deposit
}

/// A deposit that a client has paid and that their final invoice takes off (EN 16931 BT-113, BT-25 and BT-26).
public struct DeductedDeposit: Sendable, Equatable {
    /// The number of its invoice.
    public let number: InvoiceNumber
    /// The day of issue of its invoice.
    public let issuedOn: Day
    /// What was paid, taxes included.
    public let amount: Cents

    /// A deposit.
    public init(number: InvoiceNumber, issuedOn: Day, amount: Cents) {
        self.number = number
        self.issuedOn = issuedOn
        self.amount = amount
    }
}
