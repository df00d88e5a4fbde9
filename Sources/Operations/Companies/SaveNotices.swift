public import Invoicing
import Store

/// A freelancer writes down what the law wants on the invoices of their trade; issued invoices keep what they say.
public struct SaveNotices {
    private let companyID: Int64
    private let seen: Edition?
    private let notices: SellerNotices

    /// - Parameters:
    ///   - companyID: whose invoices.
    ///   - seen: the notices as their author saw them; without them nothing is changed.
    ///   - notices: what they will say.
    public init(companyID: Int64, seen: Edition? = nil, notices: SellerNotices) {
        self.companyID = companyID
        self.seen = seen
        self.notices = notices
    }

    /// Writes them down.
    ///
    /// - Throws: ``NotFound`` or ``ChangedMeanwhile``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            try writer.lockCompany(companyID)
            guard let current = try writer.reader.company(companyID)?.seller.notices else { throw NotFound() }
            if try mustReplace(current, with: notices, seen: seen) {
                try writer.updateNotices(notices, of: companyID)
            }
        }
    }
}
