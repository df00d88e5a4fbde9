import Store

/// A freelancer has looked at Stripe for themselves, and wishes to see an « écart » no more.
public struct DismissDiscrepancy {
    private let companyID: Int64
    private let discrepancyID: Int64

    /// - Parameters:
    ///   - companyID: whose.
    ///   - discrepancyID: its row.
    public init(companyID: Int64, discrepancyID: Int64) {
        self.companyID = companyID
        self.discrepancyID = discrepancyID
    }

    /// Notes it; nothing of the books changes.
    ///
    /// - Throws: ``NotFound``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            guard let discrepancy = try writer.reader.discrepancy(discrepancyID), discrepancy.companyID == companyID
            else { throw NotFound() }
            try writer.dismiss(discrepancy, at: office.outside.now())
        }
    }
}
