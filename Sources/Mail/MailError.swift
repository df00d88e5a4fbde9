/// Why a message was not handed over.
///
/// Descriptions are for the operator's log: they name codes, never an address or a text.
public enum MailError: Error, Sendable, Equatable {
    /// Not now: the server is away, asks to come back later (4yz), or does not know us.
    case later(reason: String)
    /// Never as it is (5yz): the reader's server says that the address does not exist, or that it refuses the message.
    case refused(code: Int)
    /// Never: it cannot even be tried.
    case never(reason: String)

    /// What a server's refusal means.
    ///
    /// A refusal that is about us (530, 534, 535, 538: RFC 4954 §6) says nothing of the message: it waits until the
    /// operator has mended the log-in.
    init(refusedForGood code: Int) {
        self =
            [530, 534, 535, 538].contains(code)
            ? .later(reason: "the mail server refuses our log-in (\(code))")
            : .refused(code: code)
    }
}

extension MailError {
    /// True when trying again would end alike.
    public var isFinal: Bool {
        switch self {
        case .later: false
        case .refused, .never: true
        }
    }
}

extension MailError: CustomStringConvertible {
    /// One line for the log.
    public var description: String {
        switch self {
        case .later(let reason), .never(let reason): reason
        case .refused(let code): "the mail server refused (\(code))"
        }
    }
}
