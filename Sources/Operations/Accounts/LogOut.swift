import Store

/// A browser is logged out.
public struct LogOut {
    private let token: Token

    /// - Parameter token: the session's token, from the cookie.
    public init(token: Token) {
        self.token = token
    }

    /// Ends the session.
    public func run(in office: Office) throws {
        try office.store.write { try $0.removeSession(tokenHash: token.fingerprint) }
    }
}
