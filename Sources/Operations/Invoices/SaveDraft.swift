import Invoicing
public import Store

/// A freelancer saves an invoice that is being written.
public struct SaveDraft {
    private let companyID: Int64
    private let invoiceID: Int64?
    private let seen: Edition?
    private let draft: SavedDraft

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the draft to replace; nil for a new one.
    ///   - seen: what the draft to replace said when its author began; without it nothing is replaced.
    ///   - draft: what it says.
    public init(companyID: Int64, invoiceID: Int64?, seen: Edition? = nil, draft: SavedDraft) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.seen = seen
        self.draft = draft
    }

    /// - Returns: the invoice's id.
    /// - Throws: ``NotFound``, ``ChangedMeanwhile``, or `InvoiceRefusal.alreadyIssued`.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            guard try writer.reader.client(draft.clientID, of: companyID) != nil else { throw NotFound() }
            for id in draft.depositIDs where try writer.reader.invoice(id, of: companyID)?.kind != .deposit {
                throw NotFound()
            }
            let now = office.outside.now()
            guard let invoiceID else { return try writer.addDraft(draft, of: companyID, at: now) }
            try writer.lockDraft(invoiceID, of: companyID)
            guard let current = try writer.reader.draft(invoiceID, of: companyID) else { throw NotFound() }
            if try mustReplace(current, with: draft, seen: seen) {
                try writer.replaceDraft(invoiceID, of: companyID, with: draft, at: now)
            }
            return invoiceID
        }
    }
}

extension StoreWriter {
    /// Locks a company's invoice that is still a draft.
    func lockDraft(_ invoiceID: Int64, of companyID: Int64) throws {
        guard let invoice = try lockInvoice(invoiceID), invoice.companyID == companyID else { throw NotFound() }
        guard invoice.state == .draft else { throw InvoiceRefusal.alreadyIssued }
    }
}
