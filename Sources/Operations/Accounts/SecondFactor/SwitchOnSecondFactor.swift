import Accounting
import Store

/// Somebody asks that a code of their telephone be asked for beside their password.
///
/// The code proves that the telephone has read the secret; the secret itself was kept nowhere until then but in their page.
public struct SwitchOnSecondFactor {
    private let userID: Int64
    private let session: Token
    private let password: OneTimePassword
    private let code: String

    /// - Parameters:
    ///   - userID: who.
    ///   - session: the session that stays.
    ///   - password: what makes the codes.
    ///   - code: the one their telephone shows.
    public init(userID: Int64, session: Token, password: OneTimePassword, code: String) {
        self.userID = userID
        self.session = session
        self.password = password
        self.code = code
    }

    /// Switches it on; every other browser is logged out.
    ///
    /// - Returns: the recovery codes, which are kept nowhere in clear.
    /// - Throws: `SecurityRefusal.wrongCode` or `notNow`.
    public func run(in office: Office) throws -> [RecoveryCode] {
        let now = office.outside.now()
        guard let step = password.step(of: code.filter { $0.isASCII && $0.isNumber }, at: now) else {
            throw SecurityRefusal.wrongCode
        }
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.random(from: office.outside) }
        try office.store.write { writer in
            guard let user = try writer.reader.user(userID) else { throw NotFound() }
            guard try writer.addSecondFactor(password.secret, to: userID, lastStep: step, at: now) else {
                throw SecurityRefusal.notNow
            }
            try writer.replaceRecoveryCodes(of: userID, by: codes.map(\.fingerprint))
            try writer.removeSessions(of: userID, except: session.fingerprint)
            try writer.addLetter(.factorOn, to: user.email, about: userID, at: now)
        }
        return codes
    }
}
