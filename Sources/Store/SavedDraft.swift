public import Accounting
public import Invoicing

/// What a draft says, as it was last saved.
public struct SavedDraft: Sendable, Equatable {
    /// The client.
    public let clientID: Int64
    /// « Objet ».
    public let subject: String
    /// The lines, in their order.
    public let lines: [InvoiceLine]
    /// The day the supply was completed, when it is not the day of issue.
    public let suppliedOn: Day?
    /// How many days after issue the client has to pay.
    public let paymentTermDays: Int
    /// What it will be.
    public let kind: InvoiceKind
    /// The client's order number; may be empty.
    public let purchaseOrder: String
    /// The invoices of the deposits it takes off, by id.
    public let depositIDs: [Int64]

    /// What a draft says.
    public init(
        clientID: Int64,
        subject: String,
        lines: [InvoiceLine],
        suppliedOn: Day?,
        paymentTermDays: Int,
        kind: InvoiceKind = .invoice,
        purchaseOrder: String = "",
        depositIDs: [Int64] = []
    ) {
        self.kind = kind
        self.purchaseOrder = purchaseOrder
        self.depositIDs = depositIDs
        self.clientID = clientID
        self.subject = subject
        self.lines = lines
        self.suppliedOn = suppliedOn
        self.paymentTermDays = paymentTermDays
    }

    /// The same with other lines.
    public func with(lines: [InvoiceLine]) -> SavedDraft {
        SavedDraft(
            clientID: clientID,
            subject: subject,
            lines: lines,
            suppliedOn: suppliedOn,
            paymentTermDays: paymentTermDays,
            kind: kind,
            purchaseOrder: purchaseOrder,
            depositIDs: depositIDs
        )
    }
}
