public import Accounting
import Store

/// Somebody comes back with their address and password.
public struct LogIn {
    private let email: String
    private let password: String
    private let agent: String
    private let browser: Token?

    /// What was typed.
    ///
    /// - Parameters:
    ///   - email: the address.
    ///   - password: the password.
    ///   - agent: what the browser calls itself.
    ///   - browser: what says that somebody has come in from it before.
    public init(email: String, password: String, agent: String = "", browser: Token? = nil) {
        self.email = email
        self.password = password
        self.agent = agent
        self.browser = browser
    }

    /// What came of it.
    public enum Outcome: Sendable, Equatable {
        /// The browser is logged in, with these tokens.
        case opened(Entry)
        /// The code of the second factor is asked for; this token says who has typed their password.
        case owesCode(Token)
        /// Address and password do not go together.
        case wrong
        /// Too many attempts have failed: none before this moment.
        case tooMany(until: Instant)
    }

    /// Tries the password.
    public func run(in office: Office) throws -> Outcome {
        // The same steps and the same work whether somebody has the address or not, so that neither the answer nor the
        // time it takes tells who has an account.
        let place = try KnownBrowser(token: browser).place(on: email, in: office)
        let attempt = CountedTry(.password, on: email, from: place)
        if let moment = try attempt.begin(in: office) { return .tooMany(until: moment) }
        guard let user = try office.store.reader.user(email: email) else {
            _ = try PasswordHash(password, outside: office.outside)
            return .wrong
        }
        guard try PasswordHash(encoded: user.passwordHash).matches(password) else { return .wrong }
        return try office.store.write { writer in
            try attempt.succeed(with: writer)
            guard try writer.reader.secondFactor(of: user.id) == nil else {
                let token = Token.random(from: office.outside)
                let end = office.outside.now().adding(seconds: FinishLogIn.patience)
                try writer.addBegunLogIn(tokenHash: token.fingerprint, userID: user.id, until: end)
                return .owesCode(token)
            }
            let session = OpenSession(userID: user.id, agent: agent, browser: browser)
            return .opened(try session.run(with: writer, outside: office.outside))
        }
    }
}
