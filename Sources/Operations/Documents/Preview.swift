import Accounting
public import Documents
import Invoicing
public import Store

/// The file that what is being written would give if it went out now, marked as a draft: nothing is written down.
public struct Preview {
    private let document: LegalDocument
    private let logo: Fingerprint?

    /// The bytes of the file.
    public func file(_ reader: StoreReader, _ press: Press) throws -> [UInt8] {
        try press.preview(of: document, logo: try logo.flatMap { try reader.logo($0) })
    }

    /// Its first page, an SVG.
    public func picture(_ reader: StoreReader, _ press: Press) throws -> [UInt8] {
        try press.picture(of: document, logo: try logo.flatMap { try reader.logo($0) })
    }
}

extension Preview {
    /// Of an invoice, saved or not.
    ///
    /// - Throws: ``NotFound``, or `IssueRefusal` when it could not be issued as it is.
    public init(_ saved: SavedDraft, of companyID: Int64, _ reader: StoreReader, _ outside: Outside) throws {
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
        document = .invoice(try draft.issued(as: number, on: today))
        logo = company.logo
    }

    /// Of a quote, saved or not.
    ///
    /// - Throws: ``NotFound``, or `IssueRefusal` when it could not be sent as it is.
    public init(_ saved: SavedQuote, of companyID: Int64, _ reader: StoreReader, _ outside: Outside) throws {
        guard let company = try reader.company(companyID),
            let client = try reader.client(saved.clientID, of: companyID)
        else { throw NotFound() }
        let today = outside.now().parisDay
        let draft = saved.draft(company.seller, client.buyer, company.seller.charging(saved.lines).decided)
        let number = try reader.nextNumber(series: .quote, of: companyID, on: today)
        document = .quote(try draft.sent(as: number, on: today))
        logo = company.logo
    }
}

extension SavedQuote {
    /// What is offered, by whom and to whom, with its lines as they are charged.
    func draft(_ seller: Seller, _ buyer: Buyer, _ lines: [InvoiceLine]) -> QuoteDraft {
        QuoteDraft(
            seller: seller,
            buyer: buyer,
            subject: subject,
            reference: reference,
            lines: lines,
            validUntil: validUntil,
            conditions: conditions
        )
    }
}
