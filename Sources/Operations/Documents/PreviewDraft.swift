public import Accounting
public import Documents
public import Invoicing
public import Store

/// The file that a draft would give if it were issued now, marked as a draft: nothing is written down.
public struct PreviewDraft {
    private let companyID: Int64
    private let saved: SavedDraft

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - draft: what it says, saved or not.
    public init(companyID: Int64, draft: SavedDraft) {
        self.companyID = companyID
        saved = draft
    }

    /// The bytes of the file.
    ///
    /// - Throws: ``NotFound``, or `IssueRefusal` when it could not be issued as it is.
    public func run(_ reader: StoreReader, _ outside: Outside, _ press: Press) throws -> [UInt8] {
        let (issued, logo) = try issued(reader, outside)
        return try press.preview(of: issued, logo: try logo.flatMap { try reader.logo($0) })
    }

    /// Its first page, an SVG.
    ///
    /// - Throws: ``NotFound``, or `IssueRefusal` when it could not be issued as it is.
    public func picture(_ reader: StoreReader, _ outside: Outside, _ press: Press) throws -> [UInt8] {
        let (issued, logo) = try issued(reader, outside)
        return try press.picture(of: issued, logo: try logo.flatMap { try reader.logo($0) })
    }

    /// The invoice that it would be.
    ///
    /// - Throws: ``NotFound``, or `IssueRefusal` when it could not be issued as it is.
    public func issued(
        _ reader: StoreReader,
        _ outside: Outside
    ) throws -> (invoice: IssuedInvoice, logo: Fingerprint?) {
        guard let company = try reader.company(companyID),
            let client = try reader.client(saved.clientID, of: companyID)
        else { throw NotFound() }
        let today = outside.now().parisDay
        let deposits = try reader.freeDeposits(of: companyID)
            .filter { saved.depositIDs.contains($0.invoiceID) && $0.clientID == saved.clientID }
        let draft = Draft(
            seller: company.seller,
            buyer: client.buyer,
            subject: saved.subject,
            lines: company.seller.charging(saved.lines).decided,
            suppliedOn: saved.suppliedOn,
            paymentTermDays: saved.paymentTermDays,
            kind: saved.kind,
            purchaseOrder: saved.purchaseOrder,
            deposits: deposits.map(\.deducted)
        )
        let number = try reader.nextNumber(series: .invoice, of: companyID, on: today)
        return (try draft.issued(as: number, on: today), company.logo)
    }
}
