/// A mail of plain text, as a value.
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

    /// A message.
    public init(
        id: MessageID,
        date: Int64,
        from: Mailbox,
        replyTo: Mailbox? = nil,
        to: Mailbox,
        subject: String,
        text: String
    ) {
        self.id = id
        self.date = date
        self.from = from
        self.replyTo = replyTo
        self.to = to
        self.subject = subject
        self.text = text
    }
}
