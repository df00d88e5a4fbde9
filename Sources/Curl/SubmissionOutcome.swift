/// What a mail server answered to a message (RFC 5321 §4.2.1).
public enum SubmissionOutcome: Sendable, Equatable {
    /// It took the message and answers for it.
    case accepted
    /// Not now (4yz): try again later.
    case refusedForNow(code: Int)
    /// Not ever as it is (5yz): the address, the message or our log-in is wrong.
    case refusedForGood(code: Int)

    /// The refusal that a reply code means, if it means one.
    init?(refusal code: Int) {
        switch code {
        case 400...499: self = .refusedForNow(code: code)
        case 500...599: self = .refusedForGood(code: code)
        default: return nil
        }
    }
}
