import Accounting
import Store

/// How long a browser is known after somebody last came in from it, in seconds: 180 days.
public let browserMemory: Int64 = 180 * 86_400

/// Somebody has come in: what their browser keeps.
public struct Entry: Sendable, Equatable {
    /// Opens their account, for as long as the session lasts.
    public let session: Token
    /// Says that somebody has come in from this browser before; opens nothing.
    public let browser: Token
}

/// A browser from which somebody has come in before, or in which they followed the link of a letter.
///
/// What is tried from it is counted apart, so that strangers who guess at an account, from however many addresses, keep
/// strangers waiting and never the owner (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
struct KnownBrowser {
    /// What its cookie holds; nil when it has none.
    let token: Token?

    /// Under what its attempts on an account are counted; `none` when it is as any stranger's.
    func place(on email: String, in office: Office) throws -> Fingerprint {
        guard let hash = token?.fingerprint else { return .none }
        return try office.store.reader.knowsBrowser(hash, for: email, at: office.outside.now())
            ? hash : Fingerprint.none
    }

    /// Keeps it known; a browser that was not gets a token, so that nobody can bring one of their own.
    func keep(for userID: Int64, with writer: StoreWriter, outside: Outside) throws -> Token {
        let end = outside.now().adding(seconds: browserMemory)
        if let token, try writer.keepBrowser(token.fingerprint, of: userID, until: end) { return token }
        let new = Token.random(from: outside)
        try writer.addBrowser(new.fingerprint, of: userID, until: end)
        return new
    }
}
