import Store

/// A freelancer answers money that went back at Stripe otherwise than by a credit note, « selon votre organisation ».
public struct SetAsideReversal {
    private let companyID: Int64
    private let reversalID: Int64

    /// - Parameters:
    ///   - companyID: whose money.
    ///   - reversalID: what went back.
    public init(companyID: Int64, reversalID: Int64) {
        self.companyID = companyID
        self.reversalID = reversalID
    }

    /// Notes it; what was answered before stays so.
    ///
    /// - Throws: ``NotFound``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            guard let found = try writer.reader.reversal(reversalID), found.companyID == companyID,
                try writer.lockInvoice(found.invoiceID) != nil,
                let reversal = try writer.reader.reversal(reversalID)
            else { throw NotFound() }
            guard reversal.awaitsCreditNote else { return }
            try writer.setAside(reversal, at: office.outside.now())
        }
    }
}
