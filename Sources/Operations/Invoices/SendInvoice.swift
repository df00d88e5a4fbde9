public import Accounting
import Invoicing
import Store

/// A freelancer has NeedMe send an invoice by mail: its link, behind their own words.
///
/// The mails themselves are the worker's errands: nobody waits for them.
public struct SendInvoice {
    /// How many mails a company may ask for within twenty-four hours: enough for everybody's month, too few for a storm.
    public static let dailyLimit = 200

    private let companyID: Int64
    private let invoiceID: Int64
    private let letter: Letter
    private let offersOnlinePayment: Bool
    private let key: Token

    /// What is sent, and to whom.
    public struct Letter: Sendable {
        /// The client's addresses.
        public let recipients: [String]
        /// The mail's subject.
        public let subject: String
        /// « Joindre le PDF ».
        public let hasFile: Bool
        let message: String
        let wantsCopy: Bool

        /// - Parameters:
        ///   - recipients: the client's addresses; each gets a mail of its own.
        ///   - subject: the mail's subject.
        ///   - message: the freelancer's words; the link follows them.
        ///   - hasFile: « Joindre le PDF ».
        ///   - wantsCopy: « M’envoyer une copie ».
        public init(recipients: [String], subject: String, message: String, hasFile: Bool, wantsCopy: Bool) {
            self.recipients = recipients
            self.subject = subject
            self.message = message
            self.hasFile = hasFile
            self.wantsCopy = wantsCopy
        }

        /// The message's paragraphs, line by line.
        public var paragraphs: [[String]] { LetterPage.paragraphs(of: message) }
    }

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - letter: what is sent, and to whom.
    ///   - offersOnlinePayment: « Activer le paiement en ligne pour cette facture ».
    ///   - key: of the form: sent twice, it is one mail to each.
    public init(companyID: Int64, invoiceID: Int64, letter: Letter, offersOnlinePayment: Bool, key: Token) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.letter = letter
        self.offersOnlinePayment = offersOnlinePayment
        self.key = key
    }

    /// Leaves the mails to the worker, and notes that the invoice is sent.
    ///
    /// - Throws: ``NotFound``, ``TooManyMails``, or `InvoiceRefusal.notIssued`.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        try office.store.write { writer in
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            guard invoice.state != .draft else { throw InvoiceRefusal.notIssued }
            guard let link = try writer.reader.newestLink(of: invoiceID) else { throw NotFound() }
            let copy = try letter.wantsCopy ? writer.reader.ownerEmail(of: companyID) : nil
            try refuseStorm(of: letter.recipients.count + (copy == nil ? 0 : 1), writer.reader, at: now)
            try writer.turn(invoice, offersOnlinePayment, at: now)
            try writer.update(invoice, delivery: invoice.delivery.after(.sent), at: now)
            let address = office.publicOrigin + "/f/" + link
            for recipient in letter.recipients {
                try write(to: recipient, about: invoice, address, isCopy: false, writer, at: now)
            }
            if let copy { try write(to: copy, about: invoice, address, isCopy: true, writer, at: now) }
        }
    }

    private func write(
        to recipient: String,
        about invoice: Invoice,
        _ link: String,
        isCopy: Bool,
        _ writer: StoreWriter,
        at now: Instant
    ) throws {
        let mail = NewSending(
            recipient: recipient,
            subject: letter.subject,
            message: letter.message,
            link: link,
            hasFile: letter.hasFile,
            isCopy: isCopy,
            key: key.fingerprint
        )
        guard let id = try writer.addSending(of: invoice, mail, at: now) else { return }
        try writer.leave(.mailInvoice, about: id, at: now)
    }

    private func refuseStorm(of count: Int, _ reader: StoreReader, at now: Instant) throws {
        guard count <= Self.dailyLimit,
            let first = try reader.sendingMoment(of: companyID, place: Self.dailyLimit - count + 1)
        else { return }
        let end = first.adding(seconds: 86_400)
        if now < end { throw TooManyMails(until: end) }
    }
}

/// A company has asked for as many mails as it may within twenty-four hours.
public struct TooManyMails: Error, Equatable {
    /// When it may ask for this again.
    public let until: Instant
}

extension StoreWriter {
    /// Notes whether the client may pay online; when no longer, their open page is looked at.
    func turn(_ invoice: Invoice, _ isOn: Bool, at now: Instant) throws {
        guard invoice.offersOnlinePayment != isOn else { return }
        try update(invoice, offersOnlinePayment: isOn, at: now)
        if !isOn { try leave(.alignCheckout, about: invoice.id, at: now) }
    }
}
