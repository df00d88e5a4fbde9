public import Accounting
import MariaDB

/// What somebody's telephone knows, beside the password they know.
public struct SecondFactor: Sendable, Equatable {
    /// The secret that the codes are made of, 20 bytes.
    public let secret: [UInt8]
    /// The step of the last code that was accepted.
    public let lastStep: Int64
    /// Since when it is asked for.
    public let createdAt: Instant
}

extension StoreReader {
    /// The second factor of somebody; nil when their password is enough.
    public func secondFactor(of userID: Int64) throws -> SecondFactor? {
        let row = try runner.row(
            "SELECT secret, last_step, created_at FROM second_factors WHERE user_id = \(userID)"
        )
        return try row.map { row in
            SecondFactor(secret: try row["secret"], lastStep: try row["last_step"], createdAt: try row["created_at"])
        }
    }

    /// How many recovery codes somebody has left.
    public func recoveryCodeCount(of userID: Int64) throws -> Int {
        try runner.row("SELECT COUNT(*) AS number FROM recovery_codes WHERE user_id = \(userID)")
            .map { try $0["number"] } ?? 0
    }

    /// Who has typed their password and now owes the code.
    public func begunLogIn(tokenHash: Fingerprint, now: Instant) throws -> Int64? {
        try runner.row(
            "SELECT user_id FROM begun_log_ins WHERE token_hash = \(tokenHash) AND expires_at > \(now)"
        ).map { try $0["user_id"] }
    }
}

extension StoreWriter {
    /// Gives somebody a second factor; false when they have one.
    public func addSecondFactor(_ secret: [UInt8], to userID: Int64, lastStep: Int64, at now: Instant) throws -> Bool {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO second_factors (user_id, secret, last_step, created_at)
            VALUES (\(userID), \(secret), \(lastStep), \(now))
            """
        ) != nil
    }

    /// Notes the step of a code that is accepted; false when it, or a later one, was accepted before.
    public func takeStep(_ step: Int64, of userID: Int64) throws -> Bool {
        try transaction.execute(
            "UPDATE second_factors SET last_step = \(step) WHERE user_id = \(userID) AND last_step < \(step)"
        ).affectedRows == 1
    }

    /// Takes the second factor of somebody away, with their recovery codes.
    public func removeSecondFactor(of userID: Int64) throws {
        try transaction.execute("DELETE FROM second_factors WHERE user_id = \(userID)")
        try transaction.execute("DELETE FROM recovery_codes WHERE user_id = \(userID)")
    }

    /// Gives somebody recovery codes instead of those they had.
    public func replaceRecoveryCodes(of userID: Int64, by hashes: [Fingerprint]) throws {
        try transaction.execute("DELETE FROM recovery_codes WHERE user_id = \(userID)")
        for hash in hashes {
            try transaction.execute(
                "INSERT INTO recovery_codes (user_id, code_hash) VALUES (\(userID), \(hash))"
            )
        }
    }

    /// Uses a recovery code up; false when it is none of theirs.
    public func takeRecoveryCode(_ hash: Fingerprint, of userID: Int64) throws -> Bool {
        try transaction.execute(
            "DELETE FROM recovery_codes WHERE user_id = \(userID) AND code_hash = \(hash)"
        ).affectedRows == 1
    }

    /// Notes that somebody has typed their password.
    public func addBegunLogIn(tokenHash: Fingerprint, userID: Int64, until end: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO begun_log_ins (token_hash, user_id, expires_at) VALUES (\(tokenHash), \(userID), \(end))
            """
        )
    }

    /// A log-in goes on no more.
    public func removeBegunLogIn(tokenHash: Fingerprint) throws {
        try transaction.execute("DELETE FROM begun_log_ins WHERE token_hash = \(tokenHash)")
    }

    /// Forgets log-ins that nobody has finished.
    public func removeBegunLogIns(endedBefore now: Instant) throws {
        try transaction.execute("DELETE FROM begun_log_ins WHERE expires_at <= \(now)")
    }
}
