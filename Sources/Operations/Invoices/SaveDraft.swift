import Invoicing
public import Store

/// A freelancer saves an invoice that is being written, new or not: a form that is sent twice makes one.
public struct SaveDraft {
    private let companyID: Int64
    private let draft: SavedDraft
    private let origin: FormOrigin
    private let seen: Edition?

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - draft: what it says.
    ///   - origin: the form that makes it, or the draft to replace.
    ///   - seen: what the draft to replace said when its author began; without it nothing is replaced.
    public init(companyID: Int64, draft: SavedDraft, from origin: FormOrigin, seen: Edition? = nil) {
        self.companyID = companyID
        self.draft = draft
        self.origin = origin
        self.seen = seen
    }

    /// - Returns: the invoice's id.
    /// - Throws: ``NotFound``, `InvoiceRefusal.alreadyIssued`, `IssueRefusal` when it is not what its quote became, or ``ChangedMeanwhile`` when the draft says what its author has
    ///   not seen, or the form has made another one before.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            guard try writer.reader.client(draft.clientID, of: companyID) != nil else { throw NotFound() }
            for id in draft.depositIDs where try writer.reader.invoice(id, of: companyID)?.kind != .deposit {
                throw NotFound()
            }
            let now = office.outside.now()
            if case .form(let key) = origin {
                try writer.lockCompany(companyID)
                if try writer.reader.invoiceID(from: origin, of: companyID) == nil {
                    return try writer.addDraft(draft, key: key, of: companyID, at: now)
                }
            }
            guard let id = try writer.reader.invoiceID(from: origin, of: companyID) else { throw NotFound() }
            try writer.lockDraft(id, of: companyID)
            guard let current = try writer.reader.draft(id, of: companyID) else { throw NotFound() }
            if let refusal = try writer.reader.quote(ofInvoice: id)?.refusal(of: draft) { throw refusal }
            if try mustReplace(current, with: draft, seen: seen) {
                try writer.replaceDraft(id, of: companyID, with: draft, at: now)
            }
            return id
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
