/// A mail as a value: a text, the same with looks, and a file.
///
/// No text in it can add a header field: names and subject are encoded, and addresses cannot hold what would.
public struct Message: Sendable, Equatable {
    /// What tells it from every other message.
    public var id: MessageID
    /// When it was written, in seconds since 1 January 1970 UTC.
    public var date: Int64
    /// Who writes.
    public var from: Mailbox
    /// Who gets the answers, if not who writes.
    public var replyTo: Mailbox?
    /// Who reads.
    public var to: Mailbox
    /// What it is about, on one line.
    public var subject: String
    /// What it says; lines end with "\n" or "\r\n" and may be of any length.
    public var text: String
    /// The same as an HTML page, for readers that show it.
    public var html: String?
    /// What comes with it.
    public var file: File?
    /// True unless a person asked for this very message to be sent.
    public var isAutomatic: Bool

    /// A file that comes with a message.
    public struct File: Sendable, Equatable {
        /// Its name: letters, digits, "-", and single dots between them.
        public let name: String
        /// Its media type, such as "application/pdf".
        public let type: String
        /// What it holds.
        public let bytes: [UInt8]

        /// A file.
        public init(name: String, type: String, bytes: [UInt8]) {
            precondition(
                name[...].utf8.isDots(between: { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }),
                "The files that we send are named in letters and digits."
            )
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }

    /// A message.
    public init(
        id: MessageID,
        date: Int64,
        from: Mailbox,
        replyTo: Mailbox? = nil,
        to: Mailbox,
        subject: String,
        text: String,
        html: String? = nil,
        file: File? = nil,
        isAutomatic: Bool = true
    ) {
        self.id = id
        self.date = date
        self.from = from
        self.replyTo = replyTo
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.file = file
        self.isAutomatic = isAutomatic
    }
}
