import Accounting
import Store

/// A browser is logged in.
struct OpenSession {
    let userID: Int64

    /// How long a session lasts, in seconds: 14 days.
    static let lifetime: Int64 = 14 * 86_400

    func run(with writer: StoreWriter, outside: Outside) throws -> Token {
        let (token, formToken) = (Token.random(from: outside), Token.random(from: outside))
        let now = outside.now()
        try writer.addSession(
            tokenHash: token.fingerprint,
            userID: userID,
            formToken: formToken.text,
            from: now,
            until: now.adding(seconds: Self.lifetime)
        )
        return token
    }
}
