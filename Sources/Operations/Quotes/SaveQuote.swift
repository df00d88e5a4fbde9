import Accounting
import Invoicing
public import Store

/// A freelancer saves a quote that is being written.
public struct SaveQuote {
    private let companyID: Int64
    private let quoteID: Int64?
    private let seen: Edition?
    private let quote: SavedQuote

    /// - Parameters:
    ///   - companyID: whose quote.
    ///   - quoteID: the draft to replace; nil for a new one.
    ///   - seen: what the draft to replace said when its author began; without it nothing is replaced.
    ///   - quote: what it says.
    public init(companyID: Int64, quoteID: Int64?, seen: Edition? = nil, quote: SavedQuote) {
        self.companyID = companyID
        self.quoteID = quoteID
        self.seen = seen
        self.quote = quote
    }

    /// - Returns: the quote's id.
    /// - Throws: ``NotFound``, ``ChangedMeanwhile``, or `QuoteRefusal.alreadySent`.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            guard try writer.reader.client(quote.clientID, of: companyID) != nil else { throw NotFound() }
            let now = office.outside.now()
            guard let quoteID else { return try writer.addQuote(quote, of: companyID, at: now) }
            try writer.lockDraftQuote(quoteID, of: companyID, on: now.parisDay)
            guard let current = try writer.reader.savedQuote(quoteID, of: companyID) else { throw NotFound() }
            if try mustReplace(current, with: quote, seen: seen) {
                try writer.replaceQuote(quoteID, of: companyID, with: quote, at: now)
            }
            return quoteID
        }
    }
}

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
