/// Whom a message comes from and whom it goes to, as the servers see it (RFC 5321 §3.3), without names or brackets.
public struct MailEnvelope: Sendable, Equatable {
    /// The address that gets the refusals; empty for none.
    public var sender: String
    /// The addresses that get the message; the server takes it for all of them or for none.
    public var recipients: [String]

    /// An envelope.
    public init(sender: String, recipients: [String]) {
        self.sender = sender
        self.recipients = recipients
    }
}
