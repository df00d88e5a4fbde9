public import Invoicing

/// The quote that an invoice comes from: it says of what kind the invoice is, and for whom.
public struct InvoicedQuote: Sendable, Equatable {
    /// The quote's row.
    public let id: Int64
    /// The quote's number.
    public let number: String
    /// The client who accepted it.
    public let clientID: Int64
    /// What the invoice asks of it.
    public let kind: QuoteInvoice.Kind

    /// The kind of the invoice.
    public var invoiceKind: InvoiceKind {
        switch kind {
        case .deposit: .deposit
        case .balance: .invoice
        }
    }

    /// What keeps a draft from being the invoice; nil when nothing does.
    public func refusal(of draft: SavedDraft) -> IssueRefusal? {
        if draft.kind != invoiceKind { return .otherKindThanQuoted(number) }
        return draft.clientID == clientID ? nil : .otherClientThanQuoted(number)
    }
}
