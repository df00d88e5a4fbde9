/// Where the simulator is and whom it knows.
public struct SimulatorSettings: Sendable {
    /// Where browsers reach it, without a slash at the end.
    public var publicAddress: String
    /// The platform's key, the only one that it accepts.
    public var secretKey: String
    /// The platform's name at OAuth and on its fees, `ca_…`.
    public var clientID: String
    /// Where OAuth may send people back to, each exactly as it stands here.
    public var redirectURIs: [String]
    /// The versions of the API that it speaks; the second is that of the official library it was tried with.
    public static let apiVersions = ["2026-11-18.endive", "2026-10-28.endive"]

    /// A simulator at this address, for the platform with this key.
    public init(
        publicAddress: String = "https://localhost:8444",
        secretKey: String,
        clientID: String = "ca_simulator",
        redirectURIs: [String] = []
    ) {
        self.publicAddress = publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress
        self.secretKey = secretKey
        self.clientID = clientID
        self.redirectURIs = redirectURIs
    }
}
