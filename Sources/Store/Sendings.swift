public import Accounting
import MariaDB

/// A mail about an invoice to one address, as the freelancer wrote it.
public struct Sending: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose invoice it is.
    public let companyID: Int64
    /// The invoice.
    public let invoiceID: Int64
    /// To whom.
    public let recipient: String
    /// The mail's subject.
    public let subject: String
    /// What the freelancer wrote.
    public let message: String
    /// The address of the client's page, which follows; nil when it stands in the message.
    public let link: String?
    /// True when the PDF comes with it.
    public let hasFile: Bool
    /// True when it is the freelancer's own copy.
    public let isCopy: Bool
    /// When it was asked for.
    public let createdAt: Instant
    /// When the mail server took it.
    public let deliveredAt: Instant?
    /// When it was given up.
    public let refusedAt: Instant?
    /// The mail server's code, when it was given up for it.
    public let refusal: Int?
}

/// A mail about an invoice that is to be written down.
public struct NewSending: Sendable {
    let recipient: String
    let subject: String
    let message: String
    let link: String
    let hasFile: Bool
    let isCopy: Bool
    let key: Fingerprint

    /// A mail; `key` is the fingerprint of its form's key, which makes one mail to each address.
    public init(
        recipient: String,
        subject: String,
        message: String,
        link: String,
        hasFile: Bool,
        isCopy: Bool,
        key: Fingerprint
    ) {
        self.recipient = recipient
        self.subject = subject
        self.message = message
        self.link = link
        self.hasFile = hasFile
        self.isCopy = isCopy
        self.key = key
    }
}

extension StoreReader {
    /// A sending by its row.
    public func sending(_ id: Int64) throws -> Sending? {
        try runner.row("\(Sending.select) WHERE id = \(id)").map(Sending.init)
    }

    /// The sendings of an invoice, newest first.
    public func sendings(of invoiceID: Int64) throws -> [Sending] {
        try runner.rows("\(Sending.select) WHERE invoice_id = \(invoiceID) ORDER BY id DESC").map(Sending.init)
    }

    /// When a company asked for its mail of this place, counted back from the newest, which has 1.
    public func sendingMoment(of companyID: Int64, place: Int) throws -> Instant? {
        try runner.row(
            """
            SELECT created_at FROM sendings WHERE company_id = \(companyID)
            ORDER BY created_at DESC LIMIT 1 OFFSET \(place - 1)
            """
        ).map { try $0["created_at"] }
    }

    /// The address that a company's owner logs in with.
    public func ownerEmail(of companyID: Int64) throws -> String? {
        try runner.row(
            "SELECT u.email FROM companies c JOIN users u ON u.id = c.owner_id WHERE c.id = \(companyID)"
        ).map { try $0["email"] }
    }

    /// True when a client's address, as it is today, has refused our last mail.
    public func refusesMail(client id: Int64, of companyID: Int64) throws -> Bool {
        try runner.row(
            "SELECT id FROM clients WHERE id = \(id) AND company_id = \(companyID) AND refused_email = email"
        ) != nil
    }
}

extension StoreWriter {
    /// Writes down what is to be sent; answers its row's id, nil when the same form was sent to this address before.
    public func addSending(of invoice: Invoice, _ mail: NewSending, at now: Instant) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO sendings (company_id, invoice_id, recipient, subject, message, link, has_file, is_copy,
                entry_key, created_at)
            VALUES (\(invoice.companyID), \(invoice.id), \(mail.recipient), \(mail.subject), \(mail.message),
                \(mail.link), \(mail.hasFile), \(mail.isCopy), \(mail.key), \(now))
            """
        )?.lastInsertID
    }

    /// Notes that the mail server took a mail, and that its address works.
    public func noteDelivery(of sending: Sending, to clientID: Int64, at now: Instant) throws {
        try transaction.execute("UPDATE sendings SET delivered_at = \(now) WHERE id = \(sending.id)")
        try transaction.execute(
            """
            UPDATE clients SET refused_email = NULL WHERE id = \(clientID) AND refused_email = \(sending.recipient)
            """
        )
    }

    /// Notes that a mail was given up; the client's address keeps a mark when it was the server that refused.
    public func noteRefusal(of sending: Sending, to clientID: Int64, code: Int?, at now: Instant) throws {
        try transaction.execute(
            "UPDATE sendings SET refused_at = \(now), refusal = \(code) WHERE id = \(sending.id)"
        )
        guard code != nil else { return }
        try transaction.execute(
            "UPDATE clients SET refused_email = email WHERE id = \(clientID) AND email = \(sending.recipient)"
        )
    }
}

extension Sending {
    fileprivate static let select: SQL = """
        SELECT id, company_id, invoice_id, recipient, subject, message, link, has_file, is_copy, created_at,
            delivered_at, refused_at, refusal
        FROM sendings
        """

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        invoiceID = try row["invoice_id"]
        recipient = try row["recipient"]
        subject = try row["subject"]
        message = try row["message"]
        link = try row["link"]
        hasFile = try row["has_file"]
        isCopy = try row["is_copy"]
        createdAt = try row["created_at"]
        deliveredAt = try row["delivered_at"]
        refusedAt = try row["refused_at"]
        refusal = try row["refusal"]
    }
}
