public import Accounting
public import Invoicing
public import Store

extension StoreReader {
    /// What deposits of a quote take of it, in the terms of the regime of VAT that holds now.
    ///
    /// - Parameters:
    ///   - invoices: what the quote has become. Cancelled ones take nothing, and issued ones no less than they really ask.
    ///   - deposits: what is asked of the quote now.
    /// - Returns: their sum.
    /// - Throws: when the store cannot be read.
    public func taken(by invoices: [QuoteInvoice], of deposits: QuotedDeposits) throws -> Cents {
        try invoices.filter { $0.kind == .deposit && !$0.isCancelled }.map { invoice in
            guard let totals = try issuedInvoice(invoice.invoiceID)?.totals else { return invoice.amount }
            return max(invoice.amount, deposits.change == .beginsVAT ? totals.net : totals.gross)
        }.sum
    }

    /// How much the invoice of a deposit may ask when it is issued: what was taken of its quote, unless those issued before
    /// leave less; nil when it is none of a quote.
    func limit(ofDeposit invoiceID: Int64, of quote: InvoicedQuote?, by seller: Seller) throws -> DepositLimit? {
        guard let quote, let limit = try limit(ofDeposit: invoiceID), let sent = try sentQuote(quote.id) else {
            return nil
        }
        let deposits = QuotedDeposits(of: sent, by: seller)
        let issued = try invoices(ofQuote: quote.id).filter { $0.number != nil }
        let left = max(.zero, deposits.most(besides: try taken(by: issued, of: deposits)))
        return DepositLimit(amount: min(limit.amount, left), isBeforeVAT: limit.isBeforeVAT)
    }
}
