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
    /// When the address was confirmed; nil until then.
    public let confirmedAt: Instant?
}

extension StoreReader {
    /// Who logs in with this address.
    public func user(email: String) throws -> User? {
        let row = try runner.row("SELECT id, email, password_hash, confirmed_at FROM users WHERE email = \(email)")
        return try row.map(User.init)
    }

    /// Somebody.
    public func user(_ id: Int64) throws -> User? {
        try runner.row("SELECT id, email, password_hash, confirmed_at FROM users WHERE id = \(id)").map(User.init)
    }

    /// Whose address it is, for a role that may not read their password's hash.
    public func userID(email: String) throws -> Int64? {
        try runner.row("SELECT id FROM users WHERE email = \(email)").map { try $0["id"] }
    }

    /// True when the owner of a company has confirmed their address: before, NeedMe writes to nobody else for them.
    public func mayWriteToThirdPersons(_ companyID: Int64) throws -> Bool {
        try runner.row(
            """
            SELECT u.id FROM companies c JOIN users u ON u.id = c.owner_id
            WHERE c.id = \(companyID) AND u.confirmed_at IS NOT NULL
            """
        ) != nil
    }
}

extension StoreWriter {
    /// Adds a user; nil when the address is taken.
    public func addUser(
        email: String,
        passwordHash: String,
        confirmedAt: Instant? = nil,
        at now: Instant
    ) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO users (email, password_hash, confirmed_at, created_at)
            VALUES (\(email), \(passwordHash), \(confirmedAt), \(now))
            """
        )?.lastInsertID
    }

    /// Gives somebody another password.
    public func update(userID: Int64, passwordHash: String) throws {
        try transaction.execute("UPDATE users SET password_hash = \(passwordHash) WHERE id = \(userID)")
    }

    /// Notes that somebody reads what is sent to an address, and logs in with it from now on; false when it is another's.
    public func update(userID: Int64, email: String, confirmedAt: Instant) throws -> Bool {
        try transaction.updateUnlessDuplicate(
            "UPDATE users SET email = \(email), confirmed_at = \(confirmedAt) WHERE id = \(userID)"
        )
    }

    /// Forgets somebody who has not confirmed their address, has no company, and has come in from nowhere for long.
    public func removeIfUnused(userID: Int64) throws {
        try transaction.execute(
            """
            DELETE FROM users WHERE id = \(userID) AND confirmed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM companies c WHERE c.owner_id = users.id)
                AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = users.id)
                AND NOT EXISTS (SELECT 1 FROM known_browsers b WHERE b.user_id = users.id)
            """
        )
    }
}

extension User {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row["id"],
            email: try row["email"],
            passwordHash: try row["password_hash"],
            confirmedAt: try row["confirmed_at"]
        )
    }
}
