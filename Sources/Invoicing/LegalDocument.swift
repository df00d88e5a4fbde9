public import Accounting

/// A document that was issued or sent, or would be: what page, PDF and electronic invoice all say.
public indirect enum LegalDocument: Sendable, Equatable {
    /// An invoice, or one for a deposit.
    case invoice(IssuedInvoice)
    /// A credit note, with the invoice it corrects.
    case creditNote(CreditNote, correcting: IssuedInvoice)
    /// A quote, which has no electronic form.
    case quote(SentQuote)
    /// A draft of one as it would go out, whose number is not shown: it has none.
    case preview(LegalDocument)

    /// The invoice, or the one that is corrected: parties and mentions are its.
    ///
    /// Of a quote, it is what the quote says, in the same form.
    public var invoice: IssuedInvoice {
        switch self {
        case .invoice(let invoice), .creditNote(_, let invoice): invoice
        case .preview(let document): document.invoice
        case .quote(let quote): quote.document
        }
    }

    /// The quote, if it is one.
    public var quote: SentQuote? {
        switch self {
        case .invoice, .creditNote: nil
        case .quote(let quote): quote
        case .preview(let document): document.quote
        }
    }

    /// True when it asks for money.
    public var asksForPayment: Bool {
        switch self {
        case .invoice: true
        case .creditNote, .quote: false
        case .preview(let document): document.asksForPayment
        }
    }

    /// The credit note, if it is one.
    public var creditNote: CreditNote? {
        switch self {
        case .invoice, .quote: nil
        case .creditNote(let creditNote, _): creditNote
        case .preview(let document): document.creditNote
        }
    }

    /// True for a draft, which must not be taken for what it will be.
    public var isPreview: Bool {
        if case .preview = self { true } else { false }
    }

    /// Its number.
    public var number: InvoiceNumber { creditNote?.number ?? invoice.number }

    /// The day of issue, in Paris.
    public var issuedOn: Day { creditNote?.issuedOn ?? invoice.issuedOn }

    /// The lines; amounts are positive on a credit note too.
    public var lines: [InvoiceLine] { creditNote?.lines ?? invoice.lines }

    /// The amounts of its lines.
    public var totals: Totals { creditNote?.totals ?? invoice.totals }

    /// What remains of the total once deposits are taken off: asked, or taken back.
    public var payable: Cents { creditNote?.amount ?? invoice.payable }

    /// What the deposits come to that are taken off, or mirrored on a credit note.
    public var prepaid: Cents { totals.gross - payable }

    /// The sentences under it; a credit note asks for no payment, and exempts what it takes back alone.
    public var mentions: [String] {
        if let quote { return quote.conditions.split(separator: "\n").map(String.init) + invoice.mentions }
        guard let creditNote else { return invoice.mentions }
        let treatments = creditNote.totals.breakdown.map(\.vat)
        return invoice.mentions.filter { sentence in
            Mentions.subject(of: sentence) == nil
                && Mentions.exempted(by: sentence).map { treatments.contains($0) } != false
        }
    }
}
