public import Accounting
import MariaDB

/// Attempts on an address that failed.
public struct Throttle: Sendable, Equatable {
    /// What was tried.
    public enum Kind: String, Sendable {
        /// A password.
        case password
        /// The code of a second factor.
        case code
    }

    /// How many failed in a row.
    public let failures: Int
    /// No attempt before.
    public let freeAt: Instant
    /// When the last one failed.
    public let failedAt: Instant
}

extension Throttle.Kind: SQLWord {}

extension StoreWriter {
    /// The attempts on an address that failed, which nobody else counts meanwhile.
    public func lockThrottle(_ kind: Throttle.Kind, email: String) throws -> Throttle? {
        let row = try transaction.row(
            """
            SELECT failures, free_at, failed_at FROM throttles WHERE kind = \(kind) AND email = \(email) FOR UPDATE
            """
        )
        return try row.map { row in
            Throttle(failures: try row["failures"], freeAt: try row["free_at"], failedAt: try row["failed_at"])
        }
    }

    /// Keeps the attempts on an address that failed.
    public func save(_ throttle: Throttle, _ kind: Throttle.Kind, email: String) throws {
        try transaction.execute(
            """
            INSERT INTO throttles (kind, email, failures, free_at, failed_at)
            VALUES (\(kind), \(email), \(throttle.failures), \(throttle.freeAt), \(throttle.failedAt))
            ON DUPLICATE KEY UPDATE failures = VALUES(failures), free_at = VALUES(free_at), failed_at = VALUES(failed_at)
            """
        )
    }

    /// Forgets the attempts on an address.
    public func removeThrottle(_ kind: Throttle.Kind, email: String) throws {
        try transaction.execute("DELETE FROM throttles WHERE kind = \(kind) AND email = \(email)")
    }

    /// Forgets attempts of long ago.
    public func removeThrottles(failedBefore moment: Instant) throws {
        try transaction.execute("DELETE FROM throttles WHERE failed_at <= \(moment)")
    }
}

extension Throttle {
    /// So many failures, the last of them now.
    public init(failures: Int, freeAt: Instant, at now: Instant) {
        self.init(failures: failures, freeAt: freeAt, failedAt: now)
    }
}
