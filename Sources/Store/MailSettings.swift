import MariaDB

/// How a company writes to its clients, and is written to.
public struct MailSettings: Sendable, Equatable {
    /// The subject of a mail with an invoice, with variables.
    public let invoiceSubject: String
    /// Its words, with variables.
    public let invoiceText: String
    /// True when a mail a day tells what is new.
    public let wantsDigest: Bool

    /// Settings.
    public init(invoiceSubject: String, invoiceText: String, wantsDigest: Bool) {
        self.invoiceSubject = invoiceSubject
        self.invoiceText = invoiceText
        self.wantsDigest = wantsDigest
    }
}

extension StoreReader {
    /// The settings of a company; nil until it has saved any.
    public func mailSettings(of companyID: Int64) throws -> MailSettings? {
        try runner.row(
            "SELECT invoice_subject, invoice_text, wants_digest FROM mail_settings WHERE company_id = \(companyID)"
        ).map { row in
            MailSettings(
                invoiceSubject: try row["invoice_subject"],
                invoiceText: try row["invoice_text"],
                wantsDigest: try row["wants_digest"]
            )
        }
    }
}

extension StoreWriter {
    /// Saves the settings of a company.
    public func save(_ settings: MailSettings, of companyID: Int64) throws {
        let isFirst = try transaction.insertUnlessDuplicate(
            """
            INSERT INTO mail_settings (company_id, invoice_subject, invoice_text, wants_digest)
            VALUES (\(companyID), \(settings.invoiceSubject), \(settings.invoiceText), \(settings.wantsDigest))
            """
        )
        guard isFirst == nil else { return }
        try transaction.execute(
            """
            UPDATE mail_settings SET invoice_subject = \(settings.invoiceSubject), invoice_text = \(settings.invoiceText),
                wants_digest = \(settings.wantsDigest)
            WHERE company_id = \(companyID)
            """
        )
    }
}
