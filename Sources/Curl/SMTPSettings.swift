/// The server that takes our mail and how we speak to it (RFC 6409).
public struct SMTPSettings: Sendable {
    /// How the words on the wire are kept secret.
    public enum Security: Sendable, Equatable {
        /// Not at all; refused unless the server is on loopback.
        case plain
        /// By STARTTLS, without which nothing is sent (RFC 3207); usually port 587.
        case startTLS
        /// By TLS from the first byte (RFC 8314 §3.3); usually port 465.
        case tls
    }

    /// The server's name, which its certificate must bear.
    public var host: String
    /// The server's port.
    public var port: Int
    /// How the words on the wire are kept secret.
    public var security: Security
    /// Whom we log in as; nil when the server asks for no log-in.
    public var user: String?
    /// The password of that user.
    public var password: String?
    /// The name by which we greet the server (EHLO).
    public var clientName: String
    /// A PEM file of authorities in place of the system's.
    public var certificateAuthorityFile: String?
    /// How long to wait for the connection.
    public var connectTimeoutMilliseconds: Int
    /// How long the whole submission may take, connection included.
    public var timeoutMilliseconds: Int

    /// True when the server is on this machine: only then may words go out in the clear.
    public var isOnLoopback: Bool { ["localhost", "127.0.0.1", "[::1]"].contains(host) }

    /// Settings for a server.
    public init(
        host: String,
        port: Int,
        security: Security,
        user: String? = nil,
        password: String? = nil,
        clientName: String = "localhost",
        certificateAuthorityFile: String? = nil,
        connectTimeoutMilliseconds: Int = 5_000,
        timeoutMilliseconds: Int = 30_000
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.password = password
        self.clientName = clientName
        self.certificateAuthorityFile = certificateAuthorityFile
        self.connectTimeoutMilliseconds = connectTimeoutMilliseconds
        self.timeoutMilliseconds = timeoutMilliseconds
    }
}
