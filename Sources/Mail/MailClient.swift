public import Curl

/// Hands message and envelope to a mail server; `SMTPClient.submit` in production, a fake server's function in tests.
public typealias MailSubmission = ([UInt8], MailEnvelope) throws(TransportError) -> SubmissionOutcome

/// Sends mail in our name, one message at a time, and waits until the server answers for it.
public struct MailClient {
    /// Who our mail comes from.
    public let sender: Mailbox
    private let submit: MailSubmission

    /// A client.
    public init(sender: Mailbox, submit: @escaping MailSubmission) {
        self.sender = sender
        self.submit = submit
    }

    /// Sends a message; refusals and bounces go to `sender`, whoever the message is from.
    ///
    /// When it throws `later`, the message may have arrived all the same: an answer may have been lost on its way. Sent
    /// again, it bears the same Message-ID.
    public func send(_ message: Message) throws(MailError) {
        let envelope = MailEnvelope(sender: sender.address.text, recipients: [message.to.address.text])
        let outcome: SubmissionOutcome
        do {
            outcome = try submit(message.bytes, envelope)
        } catch {
            throw .later(reason: "the mail server cannot be reached: \(error)")
        }
        switch outcome {
        case .accepted: return
        case .refusedForNow(let code): throw .later(reason: "the mail server asks to come back later (\(code))")
        case .refusedForGood(let code): throw MailError(refusedForGood: code)
        }
    }
}
