/// Where the server is, who we are, and how long we wait.
public struct ConnectionSettings: Sendable {
    /// The way to the server.
    public enum Address: Sendable, Equatable {
        /// A Unix socket of this machine.
        case socket(path: String)
        /// TCP with TLS, the server's certificate verified against this file, or against the system's authorities.
        case tcp(host: String, port: Int, certificateAuthorityFile: String?)
    }

    /// The way to the server.
    public var address: Address
    /// The account.
    public var user: String
    /// The account's password; it appears in no error and no log.
    public var password: String
    /// The database statements speak of, or none yet.
    public var database: String?
    /// How long opening may take, in seconds.
    public var connectTimeoutSeconds = 2
    /// How long one answer, or the sending of one statement, may take, in seconds.
    public var answerTimeoutSeconds = 30
    /// How long a statement waits for a row that another transaction holds, in seconds; then the transaction is tried again.
    public var lockWaitSeconds = 5

    /// Settings with the usual timeouts.
    public init(address: Address, user: String, password: String, database: String?) {
        self.address = address
        self.user = user
        self.password = password
        self.database = database
    }
}

extension ConnectionSettings: CustomStringConvertible, CustomReflectable {
    /// The address and the account, without the password.
    public var description: String { "\(user) at \(address)\(database.map { ", database \($0)" } ?? "")" }

    /// Nothing to reflect on: `dump` must not print the password.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
