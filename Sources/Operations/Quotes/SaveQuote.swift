import Accounting
import Invoicing
public import Store

/// A freelancer saves a quote that is being written, new or not: a form that is sent twice makes one.
public struct SaveQuote {
    private let companyID: Int64
    private let quote: SavedQuote
    private let origin: FormOrigin
    private let seen: Edition?

    /// - Parameters:
    ///   - companyID: whose quote.
    ///   - quote: what it says.
    ///   - origin: the form that makes it, or the draft to replace.
    ///   - seen: what the draft to replace said when its author began; without it nothing is replaced.
    public init(companyID: Int64, quote: SavedQuote, from origin: FormOrigin, seen: Edition? = nil) {
        self.companyID = companyID
        self.quote = quote
        self.origin = origin
        self.seen = seen
    }

    /// - Returns: the quote's id.
    /// - Throws: ``NotFound``, `QuoteRefusal.alreadySent`, or ``ChangedMeanwhile`` when the draft says what its author has not
    ///   seen, or the form has made another one before.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            guard try writer.reader.client(quote.clientID, of: companyID) != nil else { throw NotFound() }
            let now = office.outside.now()
            if case .form(let key) = origin {
                try writer.lockCompany(companyID)
                if try writer.reader.quoteID(from: origin, of: companyID) == nil {
                    return try writer.addQuote(quote, key: key, of: companyID, at: now)
                }
            }
            guard let id = try writer.reader.quoteID(from: origin, of: companyID) else { throw NotFound() }
            try writer.lockDraftQuote(id, of: companyID, on: now.parisDay)
            guard let current = try writer.reader.savedQuote(id, of: companyID) else { throw NotFound() }
            if try mustReplace(current, with: quote, seen: seen) {
                try writer.replaceQuote(id, of: companyID, with: quote, at: now)
            }
            return id
        }
    }
}
