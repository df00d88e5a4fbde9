import Accounting
public import Invoicing
import Store

/// A freelancer issues a draft: it takes the next number, is frozen for ever, and gets its first view link.
public struct IssueInvoice {
    private let companyID: Int64
    private let invoiceID: Int64
    private let offersOnlinePayment: Bool
    private let seen: Edition?

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the draft.
    ///   - offersOnlinePayment: « Activer le paiement en ligne pour cette facture ».
    ///   - seen: what the draft said when the freelancer looked at it; nil when nobody looked, as with a schedule's.
    public init(companyID: Int64, invoiceID: Int64, offersOnlinePayment: Bool, seen: Edition? = nil) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.offersOnlinePayment = offersOnlinePayment
        self.seen = seen
    }

    /// - Returns: the number given.
    /// - Throws: ``NotFound``, `IssueRefusal` or `InvoiceRefusal`.
    public func run(in office: Office) throws -> InvoiceNumber {
        try office.store.write { writer in try run(with: writer, in: office).number }
    }

    /// The same inside of a transaction that does more.
    func run(with writer: StoreWriter, in office: Office) throws -> (number: InvoiceNumber, link: Token) {
        let now = office.outside.now()
        let today = now.parisDay
        guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
            throw NotFound()
        }
        let quote = try writer.reader.quote(ofInvoice: invoiceID)
        let (draft, saved, logo) = try draft(of: invoice, from: quote, writer)
        if let seen, seen != Edition(of: saved.with(lines: draft.lines)) { throw IssueRefusal.changedMeanwhile }
        let number = try writer.takeNumber(series: .invoice, of: companyID, on: today)
        // First of all, because it says best what is missing.
        let issued = try draft.issued(as: number, on: today)
        let limit = try writer.reader.limit(ofDeposit: invoiceID, of: quote, by: draft.seller)
        if let limit, !limit.allows(issued.totals) {
            throw IssueRefusal.moreThanQuoted(limit)
        }
        let (state, _) = try invoice.state.after(.issue(total: issued.payable))
        try writer.freeze(
            invoice,
            as: issued,
            depositIDs: saved.depositIDs,
            logo: logo,
            state: state,
            offersOnlinePayment: offersOnlinePayment,
            at: now
        )
        try writer.keepFile(of: issued, id: invoiceID, press: office.press, at: now)
        let link = Token.random(from: office.outside)
        try writer.addLink(token: link.text, hash: link.fingerprint, to: invoiceID, at: now)
        return (number, link)
    }

    private func draft(
        of invoice: Invoice,
        from quote: InvoicedQuote?,
        _ writer: StoreWriter
    ) throws -> (draft: Draft, saved: SavedDraft, logo: Fingerprint?) {
        let reader = writer.reader
        guard let saved = try reader.draft(invoiceID, of: companyID) else { throw IssueRefusal.alreadyIssued }
        if let refusal = quote?.refusal(of: saved) { throw refusal }
        guard let company = try reader.company(companyID),
            let client = try reader.client(saved.clientID, of: companyID)
        else { throw NotFound() }
        let draft = Draft(
            seller: company.seller,
            buyer: client.buyer,
            subject: saved.subject,
            lines: company.seller.charging(saved.lines).decided,
            suppliedOn: saved.suppliedOn,
            paymentTermDays: saved.paymentTermDays,
            kind: saved.kind,
            purchaseOrder: saved.purchaseOrder,
            deposits: try deposits(saved, from: quote, writer)
        )
        return (draft, saved, company.logo)
    }

    /// The deposits to take off, each locked, so that no other invoice takes it off at the same time.
    private func deposits(
        _ saved: SavedDraft,
        from quote: InvoicedQuote?,
        _ writer: StoreWriter
    ) throws -> [DeductedDeposit] {
        for id in saved.depositIDs { _ = try writer.lockInvoice(id) }
        let free = saved.depositIDs.isEmpty ? [] : try writer.reader.freeDeposits(of: companyID)
        return try saved.depositIDs.map { id in
            if let deposit = free.first(where: {
                $0.invoiceID == id && $0.clientID == saved.clientID && $0.isFree(for: quote)
            }) {
                return deposit.deducted
            }
            guard let issued = try writer.reader.issuedInvoice(id) else { throw NotFound() }
            throw IssueRefusal.depositUnavailable(issued.number)
        }
    }
}
