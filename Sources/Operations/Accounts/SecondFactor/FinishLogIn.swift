import Accounting
import Store

/// Somebody who has typed their password types the code: the second step of a log-in.
public struct FinishLogIn {
    /// How long the first step counts, in seconds: ten minutes.
    public static let patience: Int64 = 600
    private let begun: Token
    private let code: String
    private let agent: String
    private let browser: Token?

    /// - Parameters:
    ///   - begun: what the first step gave.
    ///   - code: the one their telephone shows, or a recovery code.
    ///   - agent: what the browser calls itself.
    ///   - browser: what says that somebody has come in from it before.
    public init(begun: Token, code: String, agent: String = "", browser: Token? = nil) {
        self.begun = begun
        self.code = code
        self.agent = agent
        self.browser = browser
    }

    /// - Returns: what the browser keeps.
    /// - Throws: ``SecurityRefusal``; `deadLink` when the first step is too long ago.
    public func run(in office: Office) throws -> Entry {
        let reader = office.store.reader
        guard let userID = try reader.begunLogIn(tokenHash: begun.fingerprint, now: office.outside.now()),
            let user = try reader.user(userID)
        else { throw SecurityRefusal.deadLink }
        let place = try KnownBrowser(token: browser).place(on: user.email, in: office)
        return try office.checkingCode(code, of: user, CountedTry(.code, on: user.email, from: place)) { writer, _ in
            try writer.removeBegunLogIn(tokenHash: begun.fingerprint)
            let session = OpenSession(userID: userID, agent: agent, browser: browser)
            return try session.run(with: writer, outside: office.outside)
        }
    }
}
