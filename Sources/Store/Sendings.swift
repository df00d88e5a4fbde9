public import Accounting
import MariaDB

/// An invoice that NeedMe sends by mail, as the freelancer wrote it.
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
    /// When it was asked for.
    public let createdAt: Instant
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

    /// The address that a company's owner logs in with.
    public func ownerEmail(of companyID: Int64) throws -> String? {
        try runner.row(
            "SELECT u.email FROM companies c JOIN users u ON u.id = c.owner_id WHERE c.id = \(companyID)"
        ).map { try $0["email"] }
    }
}

extension StoreWriter {
    /// Writes down what is to be sent; answers its row's id, nil when the same form was sent before.
    public func addSending(
        of invoice: Invoice,
        to recipient: String,
        subject: String,
        message: String,
        key: Fingerprint,
        at now: Instant
    ) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO sendings (company_id, invoice_id, recipient, subject, message, entry_key, created_at)
            VALUES (\(invoice.companyID), \(invoice.id), \(recipient), \(subject), \(message), \(key), \(now))
            """
        )?.lastInsertID
    }
}

extension Sending {
    fileprivate static let select: SQL = """
        SELECT id, company_id, invoice_id, recipient, subject, message, created_at FROM sendings
        """

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        invoiceID = try row["invoice_id"]
        recipient = try row["recipient"]
        subject = try row["subject"]
        message = try row["message"]
        createdAt = try row["created_at"]
    }
}
