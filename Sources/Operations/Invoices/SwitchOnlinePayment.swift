import Invoicing
import Store

/// A freelancer turns « Activer le paiement en ligne pour cette facture » after the invoice was issued.
///
/// With « Non », the page that the client has open at Stripe is closed.
public struct SwitchOnlinePayment {
    private let companyID: Int64
    private let invoiceID: Int64
    private let isOn: Bool

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - isOn: whether the client may pay online.
    public init(companyID: Int64, invoiceID: Int64, isOn: Bool) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.isOn = isOn
    }

    /// Notes it.
    ///
    /// - Throws: ``NotFound``, or `InvoiceRefusal.notIssued`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            guard invoice.state != .draft else { throw InvoiceRefusal.notIssued }
            try writer.turn(invoice, isOn, at: office.outside.now())
        }
    }
}
