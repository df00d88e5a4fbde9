public import Accounting
import MariaDB

/// Something that is written to somebody about their account.
public struct Letter: Sendable, Equatable {
    /// What it is about.
    public enum Kind: String, Sendable, CaseIterable {
        /// A link that confirms the address somebody signed up with.
        case confirm
        /// A link that gives an account a new password.
        case reset
        /// A link that confirms the address somebody wants instead of theirs.
        case change
        /// The password is another one now.
        case passwordChanged = "password_changed"
        /// Another address opens the account now.
        case addressChanged = "address_changed"
        /// A code is asked beside the password now.
        case factorOn = "factor_on"
        /// The password is enough now.
        case factorOff = "factor_off"
        /// The account is closed.
        case accountClosed = "account_closed"
    }

    /// The row's id.
    public let id: Int64
    /// What it is about.
    public let kind: Kind
    /// Whom it is about; nil when a password was forgotten.
    public let userID: Int64?
    /// Where it goes.
    public let email: String
    /// When it was asked for.
    public let createdAt: Instant
}

extension Letter.Kind: SQLWord {}

extension StoreReader {
    /// A letter.
    public func letter(_ id: Int64) throws -> Letter? {
        try runner.row("SELECT id, kind, user_id, email, created_at FROM letters WHERE id = \(id)").map(Letter.init)
    }

    /// The letter whose link carries this key, unless it is too late.
    public func letter(keyHash: Fingerprint, now: Instant) throws -> Letter? {
        let row = try runner.row(
            """
            SELECT l.id, l.kind, l.user_id, l.email, l.created_at
            FROM letter_keys k JOIN letters l ON l.id = k.letter_id
            WHERE k.token_hash = \(keyHash) AND k.expires_at > \(now)
            """
        )
        return try row.map(Letter.init)
    }

    /// How many letters of a kind were written to an address since a moment.
    public func letterCount(_ kind: Letter.Kind, to email: String, since moment: Instant) throws -> Int {
        try runner.row(
            """
            SELECT COUNT(*) AS number FROM letters
            WHERE email = \(email) AND kind = \(kind) AND created_at > \(moment)
            """
        ).map { try $0["number"] } ?? 0
    }

    /// How many letters of a kind were written for somebody since a moment.
    public func letterCount(_ kind: Letter.Kind, for userID: Int64, since moment: Instant) throws -> Int {
        try runner.row(
            """
            SELECT COUNT(*) AS number FROM letters
            WHERE user_id = \(userID) AND kind = \(kind) AND created_at > \(moment)
            """
        ).map { try $0["number"] } ?? 0
    }
}

extension StoreWriter {
    /// Writes a letter; the worker sends it.
    public func addLetter(_ kind: Letter.Kind, to email: String, about userID: Int64?, at now: Instant) throws {
        let id = try transaction.execute(
            """
            INSERT INTO letters (kind, user_id, email, created_at) VALUES (\(kind), \(userID), \(email), \(now))
            """
        ).lastInsertID
        try leave(.mailLetter, about: id, at: now)
    }

    /// Gives a letter the key that its link carries.
    public func addKey(_ hash: Fingerprint, to letter: Letter, until end: Instant) throws {
        try transaction.execute(
            "INSERT INTO letter_keys (token_hash, letter_id, expires_at) VALUES (\(hash), \(letter.id), \(end))"
        )
    }

    /// Takes a letter away, with its keys; false when somebody else just did: no link works twice.
    public func removeLetter(_ letter: Letter) throws -> Bool {
        try transaction.execute("DELETE FROM letters WHERE id = \(letter.id)").affectedRows == 1
    }

    /// Takes the letters of a kind to an address away, with their keys.
    public func removeLetters(_ kind: Letter.Kind, to email: String) throws {
        try transaction.execute("DELETE FROM letters WHERE email = \(email) AND kind = \(kind)")
    }

    /// Takes the letters of a kind for somebody away, with their keys, wherever they go.
    public func removeLetters(_ kind: Letter.Kind, for userID: Int64) throws {
        try transaction.execute("DELETE FROM letters WHERE user_id = \(userID) AND kind = \(kind)")
    }

    /// Forgets letters that nobody can follow any more.
    public func removeLetters(writtenBefore moment: Instant) throws {
        try transaction.execute("DELETE FROM letters WHERE created_at <= \(moment)")
    }
}

extension Letter {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row["id"],
            kind: try row["kind"],
            userID: try row["user_id"],
            email: try row["email"],
            createdAt: try row["created_at"]
        )
    }
}
