import Accounting
import Store

/// Somebody follows the link sent to their address, or to the one they want instead: they read what is sent there.
public struct ConfirmAddress {
    private let key: Token

    /// - Parameter key: what the link carries.
    public init(key: Token) {
        self.key = key
    }

    /// Notes it; a new address opens the account from now on, and the old one is told.
    ///
    /// - Throws: `SecurityRefusal.deadLink` or `addressTaken`.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        try office.store.write { writer in
            guard let letter = try writer.reader.letter(keyHash: key.fingerprint, now: now),
                letter.kind == .confirm || letter.kind == .change,
                let user = try letter.userID.flatMap(writer.reader.user), try writer.removeLetter(letter)
            else { throw SecurityRefusal.deadLink }
            // A link to an address that was left meanwhile confirms nothing.
            guard letter.kind == .change || letter.email == user.email else { throw SecurityRefusal.deadLink }
            guard try writer.update(userID: user.id, email: letter.email, confirmedAt: now) else {
                throw SecurityRefusal.addressTaken
            }
            for kind in [Letter.Kind.confirm, .change] { try writer.removeLetters(kind, for: user.id) }
            guard letter.email != user.email else { return }
            try writer.removeLetters(.reset, to: user.email)
            try writer.addLetter(.addressChanged, to: user.email, about: user.id, at: now)
        }
    }
}
