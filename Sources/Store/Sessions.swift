public import Accounting
import MariaDB

/// A browser that is logged in.
public struct Session: Sendable, Equatable {
    /// Who is logged in.
    public let userID: Int64
    /// Their address.
    public let email: String
    /// What every form of this session carries.
    public let formToken: String
    /// Their company; nil until they have described it.
    public let companyID: Int64?
    /// How many notifications they have not read.
    public let unreadCount: Int
    /// True when they have confirmed their address.
    public let isConfirmed: Bool
    /// When the session was last seen to be used, or opened.
    public let usedAt: Instant
}

extension StoreReader {
    /// The session of a token, unless it has ended.
    ///
    /// - Parameters:
    ///   - tokenHash: the SHA-256 of the token in the cookie.
    ///   - now: the present moment.
    /// - Returns: the session; nil when there is none, or it has ended.
    /// - Throws: the database's error.
    public func session(tokenHash: Fingerprint, now: Instant) throws -> Session? {
        let row = try runner.row(
            """
            SELECT s.user_id, u.email, u.confirmed_at IS NOT NULL AS is_confirmed, s.form_token, c.id AS company_id,
                COALESCE(s.used_at, s.created_at) AS used_at,
                (SELECT COUNT(*) FROM notifications n WHERE n.company_id = c.id AND n.read_at IS NULL) AS unread
            FROM sessions s
            JOIN users u ON u.id = s.user_id
            LEFT JOIN companies c ON c.owner_id = u.id
            WHERE s.token_hash = \(tokenHash) AND s.expires_at > \(now)
            """
        )
        return try row.map { row in
            Session(
                userID: try row["user_id"],
                email: try row["email"],
                formToken: try row["form_token"],
                companyID: try row["company_id"],
                unreadCount: try row["unread"],
                isConfirmed: try row["is_confirmed"],
                usedAt: try row["used_at"]
            )
        }
    }

    /// True when a session that has not ended is that of a company's owner.
    public func isSession(_ tokenHash: Fingerprint, ofOwnerOf companyID: Int64, at now: Instant) throws -> Bool {
        try runner.row(
            """
            SELECT c.id FROM sessions s JOIN companies c ON c.owner_id = s.user_id
            WHERE s.token_hash = \(tokenHash) AND s.expires_at > \(now) AND c.id = \(companyID)
            """
        ) != nil
    }
}

extension StoreWriter {
    /// Opens a session.
    public func addSession(
        tokenHash: Fingerprint,
        userID: Int64,
        formToken: String,
        agent: String = "",
        from now: Instant,
        until end: Instant
    ) throws {
        try transaction.execute(
            """
            INSERT INTO sessions (token_hash, user_id, form_token, agent, created_at, expires_at)
            VALUES (\(tokenHash), \(userID), \(formToken), \(agent), \(now), \(end))
            """
        )
    }

    /// Gives a session the state that goes to Stripe and comes back (OAuth 2.0, RFC 6749 §10.12); a new one ends the former.
    public func update(tokenHash: Fingerprint, oauthHash: Fingerprint) throws {
        try transaction.execute(
            "UPDATE sessions SET oauth_hash = \(oauthHash) WHERE token_hash = \(tokenHash)"
        )
    }

    /// Takes the state of a session away; false unless it is this one, which then works no second time.
    public func takeOAuthState(tokenHash: Fingerprint, oauthHash: Fingerprint) throws -> Bool {
        try transaction.execute(
            """
            UPDATE sessions SET oauth_hash = NULL WHERE token_hash = \(tokenHash) AND oauth_hash = \(oauthHash)
            """
        ).affectedRows == 1
    }

    /// Ends a session.
    public func removeSession(tokenHash: Fingerprint) throws {
        try transaction.execute("DELETE FROM sessions WHERE token_hash = \(tokenHash)")
    }

    /// Forgets sessions that have ended.
    public func removeSessions(endedBefore now: Instant) throws {
        try transaction.execute("DELETE FROM sessions WHERE expires_at <= \(now)")
    }
}
