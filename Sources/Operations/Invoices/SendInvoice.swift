import Accounting
import Invoicing
import Store

/// A freelancer has NeedMe send an invoice by mail: its link, behind their own words.
public struct SendInvoice {
    private let companyID: Int64
    private let invoiceID: Int64
    private let letter: CoveringLetter
    private let offersOnlinePayment: Bool
    private let key: Token

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - letter: what is sent, and to whom.
    ///   - offersOnlinePayment: « Activer le paiement en ligne pour cette facture ».
    ///   - key: of the form: sent twice, it is one mail to each.
    public init(companyID: Int64, invoiceID: Int64, letter: CoveringLetter, offersOnlinePayment: Bool, key: Token) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.letter = letter
        self.offersOnlinePayment = offersOnlinePayment
        self.key = key
    }

    /// Leaves the mails to the worker, and notes that the invoice is sent.
    ///
    /// - Throws: ``NotFound``, ``TooManyMails``, `InvoiceRefusal.notIssued`, or ``UnconfirmedAddress``.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        try office.store.write { writer in
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            guard invoice.state != .draft else { throw InvoiceRefusal.notIssued }
            guard try writer.reader.mayWriteToThirdPersons(companyID) else { throw UnconfirmedAddress() }
            guard let link = try writer.reader.newestLink(of: invoiceID) else { throw NotFound() }
            try writer.turn(invoice, offersOnlinePayment, at: now)
            try writer.update(invoice, delivery: invoice.delivery.after(.sent), at: now)
            try PostLetter(
                letter: letter,
                companyID: companyID,
                document: .invoice(invoiceID),
                link: office.publicOrigin + "/f/" + link,
                key: key.fingerprint
            ).run(writer, at: now)
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
