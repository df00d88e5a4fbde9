import Store
import Stripe

/// A freelancer clicks « J’ai déjà un compte Stripe »: they are sent to agree at Stripe.
public struct StartOAuth {
    private let companyID: Int64
    private let session: Token
    private let email: String

    /// - Parameters:
    ///   - companyID: the company to connect.
    ///   - session: the browser's session, to which the answer is bound.
    ///   - email: the freelancer's address, which Stripe's form begins with.
    public init(companyID: Int64, session: Token, email: String) {
        self.companyID = companyID
        self.session = session
        self.email = email
    }

    /// - Returns: the address of Stripe's form; nil when the company is connected already.
    /// - Throws: ``NotFound`` where existing accounts are not connected.
    public func run(in office: Office, stripe: StripeLine) throws -> String? {
        guard let oauth = stripe.oauth else { throw NotFound() }
        guard try office.store.reader.connectedAccount(of: companyID) == nil else { return nil }
        let state = Token.random(from: office.outside)
        try office.store.write { writer in
            try writer.update(tokenHash: session.fingerprint, oauthHash: state.fingerprint)
        }
        return stripe.client.authorizeURL(
            oauth,
            state: state.text,
            redirectURI: office.publicOrigin + "/stripe/oauth/retour",
            email: email
        )
    }
}
