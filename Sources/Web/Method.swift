/// What a browser asks to do with a path (RFC 9110 §9).
public enum Method: Sendable, Equatable {
    case get
    case head
    case post
    /// Any other method, as it was written; no page of ours answers it.
    case other(String)

    /// Reads the method as it stands on the wire, which is case-sensitive.
    public init(_ token: String) {
        switch token {
        case "GET": self = .get
        case "HEAD": self = .head
        case "POST": self = .post
        default: self = .other(token)
        }
    }
}
