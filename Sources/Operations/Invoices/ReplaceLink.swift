import Accounting
import Invoicing
import Store

/// A freelancer replaces the link of an invoice, which somebody has who should not: the old one shows nothing any more.
public struct ReplaceLink {
    private let companyID: Int64
    private let invoiceID: Int64

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    public init(companyID: Int64, invoiceID: Int64) {
        self.companyID = companyID
        self.invoiceID = invoiceID
    }

    /// Gives the invoice a new link.
    ///
    /// - Throws: ``NotFound``, or `InvoiceRefusal.notIssued`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            guard invoice.state != .draft else { throw InvoiceRefusal.notIssued }
            try writer.replaceLinks(of: invoiceID, at: now)
            let link = Token.random(from: office.outside)
            try writer.addLink(token: link.text, hash: link.fingerprint, to: invoiceID, at: now)
        }
    }
}
