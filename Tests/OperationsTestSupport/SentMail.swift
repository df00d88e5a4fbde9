public import Curl
public import Mail

/// What a mail server was handed.
public struct SentMail: Sendable, Equatable {
    /// From whom and to whom.
    public let envelope: MailEnvelope
    /// The message as it came.
    public let text: String

    /// The line of the header in which this field begins.
    public func field(_ name: String) -> String? {
        text.split(separator: "\r\n").first { $0.hasPrefix("\(name): ") }.map(String.init)
    }

    /// What it says as HTML, of characters of ASCII; nil when it is text only.
    public var page: String? {
        text.after("Content-Type: text/html")?.after("\r\n\r\n")?.replacing("=\r\n", with: "")
            .replacing("=3D", with: "=")
    }
}

extension Story {
    /// Our mail, which a server takes unless `mailAnswers` say otherwise.
    public var mail: MailClient {
        guard let address = MailAddress("needme@needme.test") else { preconditionFailure("It is an address.") }
        return MailClient(sender: Mailbox(name: "NeedMe", address: address)) {
            [unowned self] message, envelope throws(TransportError) in
            mails.append(SentMail(envelope: envelope, text: String(decoding: message, as: UTF8.self)))
            return try mailAnswers.isEmpty ? .accepted : mailAnswers.removeFirst().get()
        }
    }
}
