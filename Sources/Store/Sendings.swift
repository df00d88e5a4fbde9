public import Accounting
import MariaDB

extension StoreReader {
    /// A sending by its row.
    public func sending(_ id: Int64) throws -> Sending? {
        try runner.row("\(Sending.select) WHERE g.id = \(id)").map(Sending.init)
    }

    /// The sendings of an invoice, newest first.
    public func sendings(of invoiceID: Int64) throws -> [Sending] {
        try runner.rows("\(Sending.select) WHERE g.invoice_id = \(invoiceID) ORDER BY g.id DESC").map(Sending.init)
    }

    /// The sendings of a quote, newest first.
    public func sendings(ofQuote id: Int64) throws -> [Sending] {
        try runner.rows("\(Sending.select) WHERE g.quote_id = \(id) ORDER BY g.id DESC").map(Sending.init)
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
    public func addSending(_ mail: NewSending, at now: Instant) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO sendings (company_id, invoice_id, quote_id, recipient, subject, message, link, has_file, is_copy,
                entry_key, created_at)
            VALUES (\(mail.companyID), \(mail.document.invoiceID), \(mail.document.quoteID), \(mail.recipient),
                \(mail.subject), \(mail.message), \(mail.link), \(mail.hasFile), \(mail.isCopy), \(mail.key), \(now))
            """
        )?.lastInsertID
    }

    /// Notes that the mail server took a mail, and that its address works.
    public func noteDelivery(of sending: Sending, at now: Instant) throws {
        try transaction.execute("UPDATE sendings SET delivered_at = \(now) WHERE id = \(sending.id)")
        try transaction.execute(
            """
            UPDATE clients SET refused_email = NULL
            WHERE company_id = \(sending.companyID) AND refused_email = \(sending.recipient)
            """
        )
    }

    /// Notes that a mail was given up; the clients with this address keep a mark when it was the server that refused.
    public func noteRefusal(of sending: Sending, code: Int?, at now: Instant) throws {
        try transaction.execute(
            "UPDATE sendings SET refused_at = \(now), refusal = \(code) WHERE id = \(sending.id)"
        )
        guard code != nil else { return }
        try transaction.execute(
            """
            UPDATE clients SET refused_email = email
            WHERE company_id = \(sending.companyID) AND email = \(sending.recipient)
            """
        )
    }
}

extension Sending {
    /// Of a row of `sendings g`.
    static let columns: SQL = """
        g.id, g.company_id, g.invoice_id, g.quote_id, g.recipient, g.subject, g.message, g.link, g.has_file, g.is_copy,
        g.created_at, g.delivered_at, g.refused_at, g.refusal
        """

    fileprivate static let select: SQL = "SELECT \(columns) FROM sendings g"

    init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        let quoteID: Int64? = try row["quote_id"]
        document = try quoteID.map(MailedDocument.quote) ?? .invoice(row["invoice_id"])
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
