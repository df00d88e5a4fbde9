public import Accounting
import MariaDB

/// Somebody who logs in.
public struct User: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// The address they log in with.
    public let email: String
    /// The hash of their password, in the encoding of Argon2.
    public let passwordHash: String
}

extension StoreReader {
    /// Who logs in with this address.
    public func user(email: String) throws -> User? {
        let row = try runner.row("SELECT id, email, password_hash FROM users WHERE email = \(email)")
        return try row.map { row in
            User(id: try row["id"], email: try row["email"], passwordHash: try row["password_hash"])
        }
    }
}

extension StoreWriter {
    /// Adds a user; nil when the address is taken.
    public func addUser(email: String, passwordHash: String, at now: Instant) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO users (email, password_hash, created_at) VALUES (\(email), \(passwordHash), \(now))
            """
        )?.lastInsertID
    }
}
