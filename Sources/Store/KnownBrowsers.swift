public import Accounting
import MariaDB

extension StoreReader {
    /// True when somebody has come in from this browser to the account of an address, not too long ago.
    public func knowsBrowser(_ tokenHash: Fingerprint, for email: String, at now: Instant) throws -> Bool {
        try runner.row(
            """
            SELECT b.user_id FROM known_browsers b JOIN users u ON u.id = b.user_id
            WHERE b.token_hash = \(tokenHash) AND u.email = \(email) AND b.expires_at > \(now)
            """
        ) != nil
    }
}

extension StoreWriter {
    /// Notes that somebody has come in from a browser for the first time.
    public func addBrowser(_ tokenHash: Fingerprint, of userID: Int64, until end: Instant) throws {
        try transaction.execute(
            "INSERT INTO known_browsers (token_hash, user_id, expires_at) VALUES (\(tokenHash), \(userID), \(end))"
        )
    }

    /// Notes that somebody has come in again from a browser; false when it was not known as theirs.
    public func keepBrowser(_ tokenHash: Fingerprint, of userID: Int64, until end: Instant) throws -> Bool {
        try transaction.execute(
            "UPDATE known_browsers SET expires_at = \(end) WHERE token_hash = \(tokenHash) AND user_id = \(userID)"
        ).affectedRows == 1
    }

    /// Makes strangers of somebody's browsers, but for one.
    public func removeBrowsers(of userID: Int64, except kept: Fingerprint?) throws {
        try transaction.execute(
            "DELETE FROM known_browsers WHERE user_id = \(userID) AND token_hash <> \(kept ?? Fingerprint.none)"
        )
    }

    /// Forgets browsers from which nobody has come in for long.
    ///
    /// - Returns: whose they were.
    public func removeBrowsers(endedBefore now: Instant) throws -> [Int64] {
        let owners: [Int64] = try transaction.rows(
            "SELECT DISTINCT user_id FROM known_browsers WHERE expires_at <= \(now)"
        ).map { try $0["user_id"] }
        if !owners.isEmpty { try transaction.execute("DELETE FROM known_browsers WHERE expires_at <= \(now)") }
        return owners
    }
}
