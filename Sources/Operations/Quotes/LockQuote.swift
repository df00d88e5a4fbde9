import Accounting
import Invoicing
import Store

extension StoreWriter {
    /// Locks a quote of a company.
    func lockQuote(_ id: Int64, of companyID: Int64) throws -> Quote {
        guard let quote = try lockQuote(id), quote.companyID == companyID else { throw NotFound() }
        return quote
    }

    /// Locks a company's quote that is still being written.
    func lockDraftQuote(_ id: Int64, of companyID: Int64, on today: Day) throws {
        guard try lockQuote(id, of: companyID).state(on: today) == .draft else { throw QuoteRefusal.alreadySent }
    }
}
