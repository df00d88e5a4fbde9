public import Invoicing
import Store

/// A freelancer writes down what the law wants on the invoices of their trade; issued invoices keep what they say.
public struct SaveNotices {
    private let companyID: Int64
    private let notices: SellerNotices

    /// - Parameters:
    ///   - companyID: whose invoices.
    ///   - notices: what they will say.
    public init(companyID: Int64, notices: SellerNotices) {
        self.companyID = companyID
        self.notices = notices
    }

    /// Writes them down.
    public func run(in office: Office) throws {
        try office.store.write { writer in try writer.updateNotices(notices, of: companyID) }
    }
}
