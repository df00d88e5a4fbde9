public import Accounting
import MariaDB

/// Attempts on an address that failed.
public struct Throttle: Sendable, Equatable {
    /// What was tried.
    public enum Kind: String, Sendable {
        /// A password, to log in.
        case password
        /// The code of a second factor, to log in.
        case code
        /// A password, by somebody who is logged in.
        case passwordAgain = "password_again"
        /// The code of a second factor, by somebody who is logged in.
        case codeAgain = "code_again"
    }

    /// What attempts are counted together.
    public struct Target: Sendable, Equatable {
        /// What is tried.
        public let kind: Kind
        /// The address of the account, whether somebody has it or not.
        public let email: String
        /// The known browser from which it is tried; ``Accounting/Fingerprint/none`` for all others together.
        public let browser: Fingerprint

        /// Attempts of a kind on an address, from a browser.
        public init(kind: Kind, email: String, browser: Fingerprint) {
            self.kind = kind
            self.email = email
            self.browser = browser
        }
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
    /// The attempts that failed, which nobody else counts meanwhile.
    public func lockThrottle(_ target: Throttle.Target) throws -> Throttle? {
        let row = try transaction.row(
            """
            SELECT failures, free_at, failed_at FROM throttles
            WHERE kind = \(target.kind) AND email = \(target.email) AND browser = \(target.browser) FOR UPDATE
            """
        )
        return try row.map { row in
            Throttle(failures: try row["failures"], freeAt: try row["free_at"], failedAt: try row["failed_at"])
        }
    }

    /// Keeps the attempts that failed.
    public func save(_ throttle: Throttle, _ target: Throttle.Target) throws {
        try transaction.execute(
            """
            INSERT INTO throttles (kind, email, browser, failures, free_at, failed_at)
            VALUES (\(target.kind), \(target.email), \(target.browser), \(throttle.failures), \(throttle.freeAt),
                \(throttle.failedAt))
            ON DUPLICATE KEY UPDATE failures = VALUES(failures), free_at = VALUES(free_at), failed_at = VALUES(failed_at)
            """
        )
    }

    /// Forgets attempts that failed.
    public func removeThrottle(_ target: Throttle.Target) throws {
        try transaction.execute(
            """
            DELETE FROM throttles
            WHERE kind = \(target.kind) AND email = \(target.email) AND browser = \(target.browser)
            """
        )
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
