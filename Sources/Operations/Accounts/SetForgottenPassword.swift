import Accounting
import Store

/// Somebody who forgot their password chooses another, with the link of the letter.
///
/// Every browser is logged out; who wrong passwords made wait waits no more, and whatever others go on trying, this browser
/// does not wait for them. A second factor stays asked for.
public struct SetForgottenPassword {
    private let key: Token
    private let password: String

    /// - Parameters:
    ///   - key: what the link carries.
    ///   - password: long enough, as the form has checked.
    public init(key: Token, password: String) {
        self.key = key
        self.password = password
    }

    /// Changes the password.
    ///
    /// - Returns: what says from now on that this browser is known.
    /// - Throws: `SecurityRefusal.deadLink`.
    @discardableResult
    public func run(in office: Office) throws -> Token {
        let hash = try PasswordHash(password, outside: office.outside)
        let now = office.outside.now()
        return try office.store.write { writer in
            guard let letter = try writer.reader.letter(keyHash: key.fingerprint, now: now), letter.kind == .reset,
                let user = try writer.reader.user(email: letter.email), try writer.removeLetter(letter)
            else { throw SecurityRefusal.deadLink }
            try writer.change(user, passwordHash: hash.encoded, keeping: nil, in: nil, at: now)
            try CountedTry(.password, on: user.email).succeed(with: writer)
            // Whoever follows a link sent to an address reads what is sent there.
            if user.confirmedAt == nil {
                _ = try writer.update(userID: user.id, email: user.email, confirmedAt: now)
                try writer.removeLetters(.confirm, for: user.id)
            }
            return try KnownBrowser(token: nil).keep(for: user.id, with: writer, outside: office.outside)
        }
    }
}

extension StoreWriter {
    /// Gives somebody another password: every session but one ends, every browser but one is a stranger, older links are dead,
    /// and a letter says what happened.
    func change(
        _ user: User,
        passwordHash: String,
        keeping session: Token?,
        in browser: Token?,
        at now: Instant
    ) throws {
        try update(userID: user.id, passwordHash: passwordHash)
        try removeSessions(of: user.id, except: session?.fingerprint)
        try removeBrowsers(of: user.id, except: browser?.fingerprint)
        try removeLetters(.reset, to: user.email)
        try addLetter(.passwordChanged, to: user.email, about: user.id, at: now)
    }
}
