import CCurl

/// Why an exchange with another machine gave no answer; for the operator.
public struct TransportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// libcurl's code (libcurl-errors(3)).
    public let code: Int
    /// What libcurl says of it; never a header, a body or a password.
    public let message: String
    /// Whether the other side may have had the whole request and acted on it.
    ///
    /// False when there was no connection to it: unknown name, refusal, failed TLS handshake.
    public let mayHaveArrived: Bool

    /// An error, for those who stand in for the network.
    public init(code: Int, message: String, mayHaveArrived: Bool) {
        self.code = code
        self.message = message
        self.mayHaveArrived = mayHaveArrived
    }

    /// The code and the message on one line.
    public var description: String { "curl: \(message) (error \(code))" }

    /// A mistake found before anything was sent.
    init(_ code: CURLcode, _ message: String) {
        self.init(code: Int(code.rawValue), message: message, mayHaveArrived: false)
    }
}
