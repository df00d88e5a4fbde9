import Invoicing
import Store

/// A freelancer says that they have sent an invoice.
public struct MarkAsSent {
    private let companyID: Int64
    private let invoiceID: Int64

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    public init(companyID: Int64, invoiceID: Int64) {
        self.companyID = companyID
        self.invoiceID = invoiceID
    }

    /// Notes it; an invoice that was seen stays seen.
    ///
    /// - Throws: ``NotFound``, or `InvoiceRefusal.notIssued`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            guard invoice.state != .draft else { throw InvoiceRefusal.notIssued }
            let now = office.outside.now()
            try writer.update(invoice, delivery: invoice.delivery.after(.sent), at: now)
            try writer.noteHandingOver(of: invoice, at: now)
        }
    }
}
