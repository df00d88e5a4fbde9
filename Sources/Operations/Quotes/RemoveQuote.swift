import Accounting
import Invoicing
import Store

/// A freelancer gives up a quote that is being written; a sent one is never removed.
public struct RemoveQuote {
    private let companyID: Int64
    private let quoteID: Int64

    /// - Parameters:
    ///   - companyID: whose quote.
    ///   - quoteID: the draft.
    public init(companyID: Int64, quoteID: Int64) {
        self.companyID = companyID
        self.quoteID = quoteID
    }

    /// - Throws: ``NotFound``, or `QuoteRefusal.alreadySent`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            try writer.lockDraftQuote(quoteID, of: companyID, on: office.outside.now().parisDay)
            try writer.removeQuote(quoteID)
        }
    }
}
