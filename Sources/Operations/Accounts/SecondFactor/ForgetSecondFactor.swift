import Accounting
import Store

/// The operator lets somebody in again who has lost their telephone and their recovery codes: the password is enough
/// until they switch on another second factor.
///
/// That it is they who ask, the operator makes sure of by other means. Every browser is logged out, and a mail says what
/// happened.
public struct ForgetSecondFactor {
    private let email: String

    /// - Parameter email: the address they log in with.
    public init(email: String) {
        self.email = email
    }

    /// - Returns: false when they had no second factor.
    /// - Throws: ``NotFound`` when nobody logs in with this address.
    public func run(in office: Office) throws -> Bool {
        let now = office.outside.now()
        return try office.store.write { writer in
            guard let user = try writer.reader.user(email: email) else { throw NotFound() }
            guard try writer.reader.secondFactor(of: user.id) != nil else { return false }
            try writer.removeSecondFactor(of: user.id)
            try writer.removeSessions(of: user.id, except: nil)
            try writer.addLetter(.factorOff, to: user.email, about: user.id, at: now)
            return true
        }
    }
}
