import Accounting
import Invoicing
import Store

/// A freelancer begins a quote from another one, sent or not: what was sent never changes, but it can be offered anew.
public struct DuplicateQuote {
    private let companyID: Int64
    private let quoteID: Int64

    /// How long a new quote may be accepted unless its freelancer writes otherwise, in days.
    public static let validity = 30

    /// - Parameters:
    ///   - companyID: whose quote.
    ///   - quoteID: the quote to copy.
    public init(companyID: Int64, quoteID: Int64) {
        self.companyID = companyID
        self.quoteID = quoteID
    }

    /// - Returns: the draft's id.
    /// - Throws: ``NotFound``, or ``ErasedClient``: a new quote begins without what was agreed with them.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let quote = try writer.reader.quote(quoteID, of: companyID) else { throw NotFound() }
            guard try writer.reader.client(quote.clientID, of: companyID)?.isErased == false else {
                throw ErasedClient()
            }
            let copy = SavedQuote(
                clientID: quote.clientID,
                subject: quote.subject,
                reference: quote.reference,
                lines: try writer.reader.lines(ofQuote: quoteID),
                validUntil: now.parisDay.adding(days: Self.validity),
                conditions: quote.conditions
            )
            return try writer.addQuote(copy, of: companyID, at: now)
        }
    }
}
