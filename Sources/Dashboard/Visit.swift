import Operations
import Store
import Web

/// A request with what it proves: who is logged in, and whether its form is one of ours.
struct Visit {
    let request: Request
    let form: Form
    let member: Session?
    let formIsOurs: Bool

    /// The name of the cookie that carries a session, and of the one that carries a visitor's form token.
    static let sessionCookie = "session"
    static let visitorCookie = "visiteur"
    /// The name of the cookie of whoever has typed their password and owes a code.
    static let stepCookie = "etape"
    /// The name of the cookie of a browser from which somebody has come in before.
    static let browserCookie = "navigateur"

    init(_ request: Request, office: Office, reader: StoreReader) throws {
        self.request = request
        form = request.form
        member = try request.cookie(Self.sessionCookie).flatMap(Token.init).flatMap { token in
            try reader.session(tokenHash: token.fingerprint, now: office.outside.now())
        }
        // A member's forms carry the session's own token; a visitor's carry the one in their cookie, which only our
        // host can set.
        let expected = member?.formToken ?? request.cookie(Self.visitorCookie)
        let sent = form[CrossSite.fieldName]
        formIsOurs =
            CrossSite.isOwnOrigin(request, publicOrigin: office.publicOrigin)
            && expected.flatMap { expected in sent.map { CrossSite.constantTimeEqual($0, expected) } } == true
    }

    /// What the browser calls itself.
    var agent: String { request.headers["user-agent"] ?? "" }

    /// What says that somebody has come in from this browser before.
    var browserToken: Token? { request.cookie(Self.browserCookie).flatMap(Token.init) }

    /// The token of the session, when the browser is logged in.
    var sessionToken: Token? {
        member == nil ? nil : request.cookie(Self.sessionCookie).flatMap(Token.init)
    }
}
