public import Accounting
import Invoicing
import Store

/// A freelancer asks for an accepted quote: the draft of an invoice with its lines, which takes off the deposits paid for it.
public struct InvoiceQuote {
    private let companyID: Int64
    private let quoteID: Int64

    /// - Parameters:
    ///   - companyID: whose quote.
    ///   - quoteID: the quote.
    public init(companyID: Int64, quoteID: Int64) {
        self.companyID = companyID
        self.quoteID = quoteID
    }

    /// - Returns: the invoice's id.
    /// - Throws: ``NotFound`` or `QuoteRefusal`.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            let now = office.outside.now()
            let (quote, sent, invoices) = try writer.takeAccepted(quoteID, of: companyID, .invoiceBalance, at: now)
            let deposits = invoices.filter { $0.kind == .deposit && !$0.isCancelled }
            guard !deposits.contains(where: \.isOpen) else { throw QuoteRefusal.depositOpen }
            guard let company = try writer.reader.company(companyID) else { throw NotFound() }
            let free = try writer.reader.freeDeposits(of: companyID).map(\.invoiceID)
            let draft = SavedDraft(
                clientID: quote.clientID,
                subject: sent.subjectOfInvoice,
                lines: sent.document.lines,
                suppliedOn: nil,
                paymentTermDays: company.paymentTermDays,
                purchaseOrder: quote.reference,
                depositIDs: deposits.map(\.invoiceID).filter(free.contains)
            )
            let id = try writer.addDraft(draft, of: companyID, at: now)
            try writer.note(id, as: .balance, of: quote, amount: sent.total)
            return id
        }
    }
}

/// A freelancer asks for a part of an accepted quote before the work: the draft of an invoice for a deposit.
public struct InvoiceDeposit {
    private let companyID: Int64
    private let quoteID: Int64
    private let amount: Cents
    private let key: Fingerprint

    /// - Parameters:
    ///   - companyID: whose quote.
    ///   - quoteID: the quote.
    ///   - amount: what is asked, taxes included unless their rate is still to be chosen.
    ///   - key: of the form: sent twice, it is one deposit.
    public init(companyID: Int64, quoteID: Int64, amount: Cents, key: Token) {
        self.companyID = companyID
        self.quoteID = quoteID
        self.amount = amount
        self.key = key.fingerprint
    }

    /// - Returns: the invoice's id; that of the one which the same form has made before.
    /// - Throws: ``NotFound`` or `QuoteRefusal`.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            let now = office.outside.now()
            let (quote, sent, invoices) = try writer.takeAccepted(quoteID, of: companyID, .invoiceDeposit, at: now)
            if let made = try writer.reader.invoiceID(from: .form(key), of: companyID) { return made }
            guard let company = try writer.reader.company(companyID) else { throw NotFound() }
            let deposits = QuotedDeposits(of: sent, by: company.seller)
            let lines = try deposits.lines(of: amount, besides: try writer.reader.taken(by: invoices, of: deposits))
            let draft = SavedDraft(
                clientID: quote.clientID,
                subject: sent.subjectOfInvoice,
                lines: lines,
                suppliedOn: nil,
                paymentTermDays: company.paymentTermDays,
                kind: .deposit,
                purchaseOrder: quote.reference
            )
            let id = try writer.addDraft(draft, key: key, of: companyID, at: now)
            try writer.note(id, as: .deposit, of: quote, amount: Totals(of: lines).gross)
            return id
        }
    }
}

extension StoreWriter {
    /// Locks a quote that is to be invoiced, with what it has become so far.
    fileprivate func takeAccepted(
        _ id: Int64,
        of companyID: Int64,
        _ event: QuoteEvent,
        at now: Instant
    ) throws -> (Quote, SentQuote, [QuoteInvoice]) {
        let quote = try lockQuote(id, of: companyID)
        _ = try quote.state(on: now.parisDay).after(event)
        guard let sent = try reader.sentQuote(id) else { throw NotFound() }
        try releaseCancelledInvoices(of: quote, at: now)
        return (quote, sent, try reader.invoices(ofQuote: id))
    }
}

extension SentQuote {
    /// What an invoice of the quote is about: what was sold, which the register says, and the quote.
    fileprivate var subjectOfInvoice: String { "\(whatIsSold) – devis \(number.text)" }
}
