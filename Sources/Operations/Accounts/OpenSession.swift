import Accounting
import Store

/// A browser is logged in.
struct OpenSession {
    let userID: Int64
    /// What the browser calls itself.
    let agent: String
    /// What says that it is known already.
    let browser: Token?

    func run(with writer: StoreWriter, outside: Outside) throws -> Entry {
        let (token, formToken) = (Token.random(from: outside), Token.random(from: outside))
        let now = outside.now()
        try writer.addSession(
            tokenHash: token.fingerprint,
            userID: userID,
            formToken: formToken.text,
            agent: String(String.UnicodeScalarView(agent.unicodeScalars.prefix(255))),
            from: now,
            until: now.adding(seconds: sessionLifetime)
        )
        let browser = try KnownBrowser(token: browser).keep(for: userID, with: writer, outside: outside)
        return Entry(session: token, browser: browser)
    }
}

/// How long a session lasts, in seconds: 14 days.
public let sessionLifetime: Int64 = 14 * 86_400
