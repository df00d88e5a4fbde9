/// A file that travels inside a document (ISO 19005-3 §6.8).
public struct Attachment: Sendable, Equatable {
    /// What the file is to the document (/AFRelationship).
    public enum Relationship: String, Sendable, Equatable {
        /// What the pages show, for machines.
        case data = "Data"
        /// What the pages were made from.
        case source = "Source"
        /// Another form of the pages.
        case alternative = "Alternative"
        /// More than the pages show.
        case supplement = "Supplement"
    }

    /// The file's name.
    public var name: String
    /// What it holds.
    public var bytes: [UInt8]
    /// Its kind, as `text/xml`.
    public var mimeType: String
    /// What a person reads of it in the list of attachments.
    public var description: String
    /// What it is to the document.
    public var relationship: Relationship
    /// When it was last changed, in seconds since 1970-01-01T00:00:00Z.
    public var modificationTime: Int64

    /// A file.
    public init(
        name: String,
        bytes: [UInt8],
        mimeType: String,
        description: String,
        relationship: Relationship = .data,
        modificationTime: Int64
    ) {
        self.name = name
        self.bytes = bytes
        self.mimeType = mimeType
        self.description = description
        self.relationship = relationship
        self.modificationTime = modificationTime
    }
}
