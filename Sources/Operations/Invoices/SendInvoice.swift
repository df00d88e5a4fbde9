import Accounting
import Invoicing
import Store

/// A freelancer has NeedMe send an invoice by mail: its link, behind their own words.
///
/// The mail itself is the worker's errand: nobody waits for it.
public struct SendInvoice {
    private let companyID: Int64
    private let invoiceID: Int64
    private let recipient: String
    private let subject: String
    private let message: String
    private let offersOnlinePayment: Bool
    private let key: Token

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - recipient: the client's address.
    ///   - subject: the mail's subject.
    ///   - message: the freelancer's words; the link follows them.
    ///   - offersOnlinePayment: « Activer le paiement en ligne pour cette facture ».
    ///   - key: of the form: sent twice, it is one mail.
    public init(
        companyID: Int64,
        invoiceID: Int64,
        recipient: String,
        subject: String,
        message: String,
        offersOnlinePayment: Bool,
        key: Token
    ) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.recipient = recipient
        self.subject = subject
        self.message = message
        self.offersOnlinePayment = offersOnlinePayment
        self.key = key
    }

    /// Leaves the mail to the worker, and notes that the invoice is sent.
    ///
    /// - Throws: ``NotFound``, `InvoiceRefusal.notIssued`, or ``UnconfirmedAddress``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            guard invoice.state != .draft else { throw InvoiceRefusal.notIssued }
            guard try writer.reader.mayWriteToThirdPersons(companyID) else { throw UnconfirmedAddress() }
            guard let link = try writer.reader.newestLink(of: invoiceID) else { throw NotFound() }
            try writer.turn(invoice, offersOnlinePayment, at: now)
            try writer.update(invoice, delivery: invoice.delivery.after(.sent), at: now)
            let sendingID = try writer.addSending(
                of: invoice,
                to: recipient,
                subject: subject,
                message: message + "\n\n" + office.publicOrigin + "/f/" + link,
                key: key.fingerprint,
                at: now
            )
            if let sendingID { try writer.leave(.mailInvoice, about: sendingID, at: now) }
        }
    }
}

extension StoreWriter {
    /// Notes whether the client may pay online; when no longer, their open page is looked at.
    func turn(_ invoice: Invoice, _ isOn: Bool, at now: Instant) throws {
        guard invoice.offersOnlinePayment != isOn else { return }
        try update(invoice, offersOnlinePayment: isOn, at: now)
        if !isOn { try leave(.alignCheckout, about: invoice.id, at: now) }
    }
}
