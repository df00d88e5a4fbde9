import Accounting
import Store

/// Somebody wants their password to be enough again: the password and a code are asked for.
public struct SwitchOffSecondFactor {
    private let userID: Int64
    private let password: String
    private let code: String

    /// - Parameters:
    ///   - userID: who.
    ///   - password: theirs.
    ///   - code: the one their telephone shows, or a recovery code.
    public init(userID: Int64, password: String, code: String) {
        self.userID = userID
        self.password = password
        self.code = code
    }

    /// Switches it off, and says so by mail.
    ///
    /// - Throws: ``SecurityRefusal``.
    public func run(in office: Office) throws {
        let user = try CheckPassword(userID: userID, password: password).run(in: office)
        try office.checkingCode(code, of: user) { writer, now in
            try writer.removeSecondFactor(of: userID)
            try writer.addLetter(.factorOff, to: user.email, about: userID, at: now)
        }
    }
}

/// Somebody wants other recovery codes: those they had no longer work.
public struct RenewRecoveryCodes {
    private let userID: Int64
    private let code: String

    /// - Parameters:
    ///   - userID: who.
    ///   - code: the one their telephone shows, or a recovery code.
    public init(userID: Int64, code: String) {
        self.userID = userID
        self.code = code
    }

    /// - Returns: the new codes, which are kept nowhere in clear.
    /// - Throws: ``SecurityRefusal``.
    public func run(in office: Office) throws -> [RecoveryCode] {
        guard let user = try office.store.reader.user(userID) else { throw NotFound() }
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.random(from: office.outside) }
        try office.checkingCode(code, of: user) { writer, _ in
            try writer.replaceRecoveryCodes(of: userID, by: codes.map(\.fingerprint))
        }
        return codes
    }
}

extension Office {
    /// Does what a code allows that somebody types who is logged in.
    func checkingCode<Value>(
        _ code: String,
        of user: User,
        _ body: (StoreWriter, Instant) throws -> Value
    ) throws -> Value {
        try checkingCode(code, of: user, CountedTry(.codeAgain, on: user.email), body)
    }

    /// Does what a code allows, in the transaction in which the code is used up.
    func checkingCode<Value>(
        _ code: String,
        of user: User,
        _ attempt: CountedTry,
        _ body: (StoreWriter, Instant) throws -> Value
    ) throws -> Value {
        if let moment = try attempt.begin(in: self) { throw SecurityRefusal.tooMany(until: moment) }
        let now = outside.now()
        return try store.write { writer in
            guard try CheckCode(user: user, code: code).run(with: writer, attempt, at: now) else {
                throw SecurityRefusal.wrongCode
            }
            return try body(writer, now)
        }
    }
}
