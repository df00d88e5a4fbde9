import Accounting
public import Invoicing
import Store

/// A freelancer issues a draft: it takes the next number, is frozen for ever, and gets its first view link.
public struct IssueInvoice {
    private let companyID: Int64
    private let invoiceID: Int64
    private let offersOnlinePayment: Bool

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the draft.
    ///   - offersOnlinePayment: « Activer le paiement en ligne pour cette facture ».
    public init(companyID: Int64, invoiceID: Int64, offersOnlinePayment: Bool) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.offersOnlinePayment = offersOnlinePayment
    }

    /// - Returns: the number given.
    /// - Throws: ``NotFound``, `IssueRefusal` or `InvoiceRefusal`.
    public func run(in office: Office) throws -> InvoiceNumber {
        try office.store.write { writer in
            let now = office.outside.now()
            let today = now.parisDay
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            let draft = try draft(of: invoice, writer.reader)
            let number = try writer.takeNumber(series: .invoice, of: companyID, on: today)
            // First of all, because it says best what is missing.
            let issued = try draft.issued(as: number, on: today)
            let (state, _) = try invoice.state.after(.issue(total: issued.totals.gross))
            try writer.freeze(invoice, as: issued, state: state, offersOnlinePayment: offersOnlinePayment, at: now)
            let link = Token.random(from: office.outside)
            try writer.addLink(token: link.text, hash: link.fingerprint, to: invoiceID, at: now)
            return number
        }
    }

    private func draft(of invoice: Invoice, _ reader: StoreReader) throws -> Draft {
        guard let saved = try reader.draft(invoiceID, of: companyID) else { throw IssueRefusal.alreadyIssued }
        guard let company = try reader.company(companyID),
            let client = try reader.client(saved.clientID, of: companyID)
        else { throw NotFound() }
        return Draft(
            seller: company.seller,
            buyer: client.buyer,
            subject: saved.subject,
            lines: saved.lines,
            suppliedOn: saved.suppliedOn,
            paymentTermDays: saved.paymentTermDays
        )
    }
}
