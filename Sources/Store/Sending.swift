public import Accounting

/// What a mail is about.
public enum MailedDocument: Sendable, Equatable {
    /// The invoice of this row.
    case invoice(Int64)
    /// The quote of this row.
    case quote(Int64)

    /// The invoice's row, if it is one.
    public var invoiceID: Int64? { if case .invoice(let id) = self { id } else { nil } }
    /// The quote's row, if it is one.
    public var quoteID: Int64? { if case .quote(let id) = self { id } else { nil } }
}

/// A mail about a document to one address, as the freelancer wrote it.
public struct Sending: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose document it is.
    public let companyID: Int64
    /// The document.
    public let document: MailedDocument
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

    /// True when its client was erased: neither address nor words are left.
    public var isErased: Bool { message.isEmpty && !recipient.contains("@") }
}

/// A mail about a document that is to be written down.
public struct NewSending: Sendable {
    let companyID: Int64
    let document: MailedDocument
    let recipient: String
    let subject: String
    let message: String
    let link: String
    let hasFile: Bool
    let isCopy: Bool
    let key: Fingerprint

    /// A mail; `key` is the fingerprint of its form's key, which makes one mail to each address.
    public init(
        companyID: Int64,
        document: MailedDocument,
        recipient: String,
        subject: String,
        message: String,
        link: String,
        hasFile: Bool,
        isCopy: Bool,
        key: Fingerprint
    ) {
        self.companyID = companyID
        self.document = document
        self.recipient = recipient
        self.subject = subject
        self.message = message
        self.link = link
        self.hasFile = hasFile
        self.isCopy = isCopy
        self.key = key
    }
}
