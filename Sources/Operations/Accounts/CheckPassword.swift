public import Accounting
import Store

/// Why a gesture that asks for a password or a code again is not done.
public enum SecurityRefusal: Error, Sendable, Equatable {
    /// The password is not theirs.
    case wrongPassword
    /// The code is not the one shown now, or was used before.
    case wrongCode
    /// Too many attempts have failed: none before this moment.
    case tooMany(until: Instant)
    /// The link was used, is too old, or never was.
    case deadLink
    /// The address belongs to another account.
    case addressTaken
    /// So many letters were asked for that the next one must wait.
    case tooManyLetters
    /// The second factor is on already, or is not on.
    case notNow
}

/// Somebody who is logged in types their password again, before a gesture that a passer-by at their desk must not do.
struct CheckPassword {
    let userID: Int64
    let password: String

    func run(in office: Office) throws -> User {
        guard let user = try office.store.reader.user(userID) else { throw NotFound() }
        let attempt = CountedTry(.passwordAgain, on: user.email)
        if let moment = try attempt.begin(in: office) { throw SecurityRefusal.tooMany(until: moment) }
        guard try PasswordHash(encoded: user.passwordHash).matches(password) else {
            throw SecurityRefusal.wrongPassword
        }
        try office.store.write { try attempt.succeed(with: $0) }
        return user
    }
}
