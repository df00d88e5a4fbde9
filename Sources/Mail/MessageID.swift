/// What tells a message from every other, so that one that arrives twice is seen to be the same (RFC 5322 §3.6.4).
public struct MessageID: Sendable, Equatable {
    /// The identifier with its brackets, "<receipt.17@needme.example>".
    public let text: String

    /// The identifier of a thing of ours, in the domain of an address of ours.
    ///
    /// - Parameters:
    ///   - thing: what the message is about; the same thing makes the same identifier. Letters, digits, "-", and single
    ///     dots between them.
    ///   - address: an address that is ours.
    public init(of thing: String, in address: MailAddress) {
        precondition(
            thing[...].utf8.isDots(between: { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }),
            "What our messages are about is named in letters and digits."
        )
        text = "<\(thing)@\(address.domain)>"
    }
}
