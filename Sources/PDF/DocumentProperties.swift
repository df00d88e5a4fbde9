/// What a document says of itself.
public struct DocumentProperties: Sendable, Equatable {
    /// The title, which readers show in place of the file's name.
    public var title: String
    /// Who answers for the document.
    public var author: String
    /// What it is about.
    public var subject: String
    /// The program that had it made.
    public var creator: String
    /// When it was made, in seconds since 1970-01-01T00:00:00Z; from year 1 to 9999.
    public var creationTime: Int64
    /// Its language (RFC 5646).
    public var language: String
    /// What makes it a Factur-X invoice; nil when it is none.
    public var facturX: FacturX?

    /// Properties of a document in French.
    public init(
        title: String,
        author: String,
        subject: String,
        creator: String,
        creationTime: Int64,
        language: String = "fr-FR",
        facturX: FacturX? = nil
    ) {
        self.title = title
        self.author = author
        self.subject = subject
        self.creator = creator
        self.creationTime = creationTime
        self.language = language
        self.facturX = facturX
    }

    /// The program that wrote the pages, here and in what cairo itself writes.
    static let producer = "cairo 1.16.0 (https://cairographics.org)"
}

/// How a PDF says that it carries an invoice for machines (Factur-X 1.09, §6.2.2: metadata).
public struct FacturX: Sendable, Equatable {
    /// The kind of document: INVOICE, for credit notes too.
    public var documentType: String
    /// The name of the attachment.
    public var fileName: String
    /// The version of the schema.
    public var version: String
    /// The profile.
    public var conformanceLevel: String

    /// The EN 16931 profile, unless told otherwise.
    public init(
        documentType: String = "INVOICE",
        fileName: String = "factur-x.xml",
        version: String = "1.0",
        conformanceLevel: String = "EN 16931"
    ) {
        self.documentType = documentType
        self.fileName = fileName
        self.version = version
        self.conformanceLevel = conformanceLevel
    }
}
