import Accounting
import Store
import Stripe

/// A freelancer comes back from Stripe's form for existing accounts.
///
/// The state that came with them is compared before anything else, and works once. The code is exchanged once: "using it
/// twice revokes the connection" (Stripe, "Connect OAuth reference"), so a lost answer means beginning again.
public struct ReturnFromOAuth {
    private let companyID: Int64
    private let session: Token
    private let state: Token
    private let code: String?

    /// - Parameters:
    ///   - companyID: the company of whoever is logged in.
    ///   - session: their browser's session.
    ///   - state: what came back with them.
    ///   - code: what Stripe gave them; nil when they refused.
    public init(companyID: Int64, session: Token, state: Token, code: String?) {
        self.companyID = companyID
        self.session = session
        self.state = state
        self.code = code
    }

    /// What came of it.
    public enum Answer: Sendable, Equatable {
        /// The account is connected.
        case connected
        /// The freelancer refused at Stripe.
        case refused
        /// The account belongs to another company here, or this company is connected to another account.
        case taken
    }

    /// - Throws: ``NotFound`` unless the state is this session's own, or ``StripeSilent``.
    public func run(in office: Office, stripe: StripeLine) throws -> Answer {
        guard stripe.oauth != nil else { throw NotFound() }
        let isOurs = try office.store.write { writer in
            try writer.takeOAuthState(tokenHash: session.fingerprint, oauthHash: state.fingerprint)
        }
        guard isOurs else { throw NotFound() }
        guard let code else { return .refused }
        let (name, reading) = try stripe.ask { stripe in
            let name = try stripe.exchangeAuthorizationCode(code)
            return (name, StripeAccount.Reading(try stripe.retrieveAccount(id: name)))
        }
        let isLive = stripe.client.takesRealMoney
        return try office.store.write { writer in
            try connect(name, isLive, reading, writer, at: office.outside.now()) ? .connected : .taken
        }
    }

    private func connect(
        _ name: String,
        _ isLive: Bool,
        _ reading: StripeAccount.Reading,
        _ writer: StoreWriter,
        at now: Instant
    ) throws -> Bool {
        if let known = try writer.reader.account(named: name) {
            guard known.companyID == companyID else { return false }
            return try known.disconnectedBy == nil || writer.reconnect(known, isLive: isLive, reading: reading, at: now)
        }
        return try writer.addAccount(
            name,
            origin: .existing,
            isLive: isLive,
            reading: reading,
            of: companyID,
            at: now
        ) != nil
    }
}
