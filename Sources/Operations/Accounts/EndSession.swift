import Store

/// Somebody ends a session of theirs: a browser they no longer use, or do not know.
public struct EndSession {
    private let userID: Int64
    private let sessionID: Int64

    /// - Parameters:
    ///   - userID: whose session.
    ///   - sessionID: the session.
    public init(userID: Int64, sessionID: Int64) {
        self.userID = userID
        self.sessionID = sessionID
    }

    /// Ends it.
    ///
    /// - Throws: ``NotFound`` when they have no such session.
    public func run(in office: Office) throws {
        let isOver = try office.store.write { try $0.removeSession(sessionID, of: userID) }
        guard isOver else { throw NotFound() }
    }
}

/// Somebody ends every session of theirs but the one they are in.
public struct EndOtherSessions {
    private let userID: Int64
    private let token: Token

    /// - Parameters:
    ///   - userID: whose sessions.
    ///   - token: of the session that stays.
    public init(userID: Int64, token: Token) {
        self.userID = userID
        self.token = token
    }

    /// Ends them, and the log-ins that wait for a code.
    public func run(in office: Office) throws {
        try office.store.write { try $0.removeSessions(of: userID, except: token.fingerprint) }
    }
}
