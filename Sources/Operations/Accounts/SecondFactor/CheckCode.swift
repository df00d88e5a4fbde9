import Accounting
import Store

/// Somebody types the code their telephone shows, or one of their recovery codes; each is accepted once.
struct CheckCode {
    let user: User
    let code: String

    /// Takes the code, in the transaction of what it allows; false when it is none of theirs.
    ///
    /// The attempt was begun before, outside of the transaction.
    func run(with writer: StoreWriter, _ attempt: CountedTry, at now: Instant) throws -> Bool {
        guard let factor = try writer.reader.secondFactor(of: user.id),
            let password = OneTimePassword(factor.secret)
        else { return false }
        let isRight =
            if let step = password.step(of: code.filter { $0.isASCII && $0.isNumber }, at: now) {
                try writer.takeStep(step, of: user.id)
            } else if let recovery = RecoveryCode(code) {
                try writer.takeRecoveryCode(recovery.fingerprint, of: user.id)
            } else {
                false
            }
        if isRight { try attempt.succeed(with: writer) }
        return isRight
    }
}
