import Store

/// A freelancer gives up an invoice that is being written; an issued one is never removed.
public struct RemoveDraft {
    private let companyID: Int64
    private let invoiceID: Int64

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the draft.
    public init(companyID: Int64, invoiceID: Int64) {
        self.companyID = companyID
        self.invoiceID = invoiceID
    }

    /// Removes it.
    ///
    /// - Throws: ``NotFound``, or `InvoiceRefusal.alreadyIssued`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            try writer.lockDraft(invoiceID, of: companyID)
            try writer.removeDraft(invoiceID)
        }
    }
}
