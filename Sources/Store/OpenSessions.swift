public import Accounting
import MariaDB

/// A session as its owner sees it in the list of all of theirs.
public struct OpenedSession: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// What the browser calls itself.
    public let agent: String
    /// When it was opened.
    public let openedAt: Instant
    /// When it was last seen to be used, or opened.
    public let usedAt: Instant
    /// True for the one that asks.
    public let isThisOne: Bool
}

extension StoreReader {
    /// The open sessions of somebody, the one that asks first, then the last used; fifty at most.
    public func openSessions(of userID: Int64, asking tokenHash: Fingerprint, now: Instant) throws -> [OpenedSession] {
        let rows = try runner.rows(
            """
            SELECT id, agent, created_at, COALESCE(used_at, created_at) AS used_at, token_hash = \(tokenHash) AS is_this_one
            FROM sessions WHERE user_id = \(userID) AND expires_at > \(now)
            ORDER BY is_this_one DESC, used_at DESC, id DESC LIMIT 50
            """
        )
        return try rows.map { row in
            OpenedSession(
                id: try row["id"],
                agent: try row["agent"],
                openedAt: try row["created_at"],
                usedAt: try row["used_at"],
                isThisOne: try row["is_this_one"]
            )
        }
    }
}

extension StoreWriter {
    /// Notes that a session is in use.
    public func update(tokenHash: Fingerprint, usedAt: Instant) throws {
        try transaction.execute("UPDATE sessions SET used_at = \(usedAt) WHERE token_hash = \(tokenHash)")
    }

    /// Ends one session of somebody; false when they have none of this id.
    public func removeSession(_ id: Int64, of userID: Int64) throws -> Bool {
        try transaction.execute("DELETE FROM sessions WHERE id = \(id) AND user_id = \(userID)").affectedRows == 1
    }

    /// Ends every session of somebody but one, or every one, and the log-ins that wait for a code.
    public func removeSessions(of userID: Int64, except kept: Fingerprint?) throws {
        if let kept {
            try transaction.execute("DELETE FROM sessions WHERE user_id = \(userID) AND token_hash <> \(kept)")
        } else {
            try transaction.execute("DELETE FROM sessions WHERE user_id = \(userID)")
        }
        try transaction.execute("DELETE FROM begun_log_ins WHERE user_id = \(userID)")
    }
}
