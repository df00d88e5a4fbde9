import Accounting
public import Store

/// A session is in use: the list of open sessions says when each was, to ten minutes.
public struct NoteUse {
    /// How often it is noted, in seconds.
    public static let period: Int64 = 600
    private let token: Token
    private let session: Session

    /// - Parameters:
    ///   - token: the session's token, from the cookie.
    ///   - session: the session.
    public init(token: Token, session: Session) {
        self.token = token
        self.session = session
    }

    /// Notes it, unless it was noted a moment ago.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        guard session.usedAt.adding(seconds: Self.period) <= now else { return }
        try office.store.write { try $0.update(tokenHash: token.fingerprint, usedAt: now) }
    }
}
