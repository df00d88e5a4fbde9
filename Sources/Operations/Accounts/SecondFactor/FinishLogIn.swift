import Accounting
import Store

/// Somebody who has typed their password types the code: the second step of a log-in.
public struct FinishLogIn {
    /// How long the first step counts, in seconds: ten minutes.
    public static let patience: Int64 = 600
    private let begun: Token
    private let code: String
    private let agent: String

    /// - Parameters:
    ///   - begun: what the first step gave.
    ///   - code: the one their telephone shows, or a recovery code.
    ///   - agent: what the browser calls itself.
    public init(begun: Token, code: String, agent: String = "") {
        self.begun = begun
        self.code = code
        self.agent = agent
    }

    /// - Returns: the new session's token.
    /// - Throws: ``SecurityRefusal``; `deadLink` when the first step is too long ago.
    public func run(in office: Office) throws -> Token {
        let reader = office.store.reader
        guard let userID = try reader.begunLogIn(tokenHash: begun.fingerprint, now: office.outside.now()),
            let user = try reader.user(userID)
        else { throw SecurityRefusal.deadLink }
        return try office.checkingCode(code, of: user) { writer, _ in
            try writer.removeBegunLogIn(tokenHash: begun.fingerprint)
            return try OpenSession(userID: userID, agent: agent).run(with: writer, outside: office.outside)
        }
    }
}
