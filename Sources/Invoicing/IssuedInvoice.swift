public import Accounting

/// An invoice as it was issued: both parties, texts, rates and amounts frozen; corrected only by another document.
public struct IssuedInvoice: Sendable, Equatable {
    /// The number.
    public let number: InvoiceNumber
    /// The day of issue, in Paris.
    public let issuedOn: Day
    /// The last day to pay.
    public let dueOn: Day
    /// The day the supply was completed, when it is not the day of issue.
    public let suppliedOn: Day?
    /// Who sold.
    public let seller: Seller
    /// Who bought.
    public let buyer: Buyer
    /// What was sold, in one line; may be empty.
    public let subject: String
    /// The lines.
    public let lines: [InvoiceLine]
    /// The amounts.
    public let totals: Totals
    /// The sentences of the law, as they stood on the day of issue.
    public let mentions: [String]
    /// What it is.
    public let kind: InvoiceKind
    /// The client's order number, which they want to find on it (code de commerce article L441-9 I); may be empty.
    public let purchaseOrder: String
    /// What the client has paid before, oldest first.
    public let deposits: [DeductedDeposit]

    /// An issued invoice, as it was stored.
    public init(
        number: InvoiceNumber,
        issuedOn: Day,
        dueOn: Day,
        suppliedOn: Day?,
        seller: Seller,
        buyer: Buyer,
        subject: String,
        lines: [InvoiceLine],
        totals: Totals,
        mentions: [String],
        kind: InvoiceKind = .invoice,
        purchaseOrder: String = "",
        deposits: [DeductedDeposit] = []
    ) {
        self.number = number
        self.issuedOn = issuedOn
        self.dueOn = dueOn
        self.suppliedOn = suppliedOn
        self.seller = seller
        self.buyer = buyer
        self.subject = subject
        self.lines = lines
        self.totals = totals
        self.mentions = mentions
        self.kind = kind
        self.purchaseOrder = purchaseOrder
        self.deposits = deposits
    }

    /// What the client is asked for: the total without the deposits (EN 16931 BT-115).
    public var payable: Cents { totals.gross - deposits.map(\.amount).sum }

    /// What the register of receipts says was sold: the subject, else the first line.
    public var nature: String {
        subject.isEmpty ? (lines.first?.designation ?? "") : subject
    }
}
