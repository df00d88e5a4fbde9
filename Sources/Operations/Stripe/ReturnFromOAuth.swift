import Accounting
import Store
import Stripe

/// A freelancer comes back from Stripe's form for existing accounts.
///
/// The state that came with them is compared before anything else, and works once. The code is exchanged once: "using it
/// twice revokes the connection" (Stripe, "Connect OAuth reference"), so a lost answer means beginning again. Once it is
/// exchanged the account is connected at Stripe, and nothing that fails afterwards may leave it there without a row here.
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
        guard let oauth = stripe.oauth else { throw NotFound() }
        let isOurs = try office.store.write { writer in
            try writer.takeOAuthState(tokenHash: session.fingerprint, oauthHash: state.fingerprint)
        }
        guard isOurs else { throw NotFound() }
        guard let code else { return .refused }
        guard try office.store.reader.connectedAccount(of: companyID) == nil else { return .taken }
        let grant = try stripe.ask { try exchange(code, $0) }
        let reading = reading(of: grant, stripe.client)
        let isConnected = try office.store.write { writer in
            try connect(grant, reading, writer, at: office.outside.now())
        }
        guard !isConnected else { return .connected }
        try giveBack(grant, oauth, in: office, stripe)
        return .taken
    }

    private func exchange(_ code: String, _ stripe: StripeClient) throws -> OAuthGrant {
        let grant = try stripe.exchangeAuthorizationCode(code)
        guard grant.isLive == stripe.takesRealMoney else {
            throw OtherMode(account: grant.account, accountIsLive: grant.isLive)
        }
        return grant
    }

    /// What Stripe says of it; nil when it does not answer: the worker asks again.
    private func reading(of grant: OAuthGrant, _ stripe: StripeClient) -> StripeAccount.Reading? {
        (try? stripe.retrieveAccount(id: grant.account)).map(StripeAccount.Reading.init)
    }

    /// - Returns: false when the account is another company's, or this company is connected to another account.
    private func connect(
        _ grant: OAuthGrant,
        _ reading: StripeAccount.Reading?,
        _ writer: StoreWriter,
        at now: Instant
    ) throws -> Bool {
        guard let id = try add(grant, reading ?? .unread, writer, at: now) else { return false }
        if reading == nil { try writer.leave(.readAccount, about: id, at: now) }
        return true
    }

    /// - Returns: the account's row, new or connected again; nil when it is not connected to this company.
    private func add(
        _ grant: OAuthGrant,
        _ reading: StripeAccount.Reading,
        _ writer: StoreWriter,
        at now: Instant
    ) throws -> Int64? {
        guard let known = try writer.reader.account(named: grant.account) else {
            return try writer.addAccount(
                grant.account,
                origin: .existing,
                isLive: grant.isLive,
                reading: reading,
                of: companyID,
                at: now
            )
        }
        guard known.companyID == companyID else { return nil }
        if known.disconnectedBy == nil { return known.id }
        return try writer.reconnect(known, isLive: grant.isLive, reading: reading, at: now) ? known.id : nil
    }

    /// The account stays connected at Stripe only where a company here is connected to it.
    private func giveBack(_ grant: OAuthGrant, _ oauth: OAuth, in office: Office, _ stripe: StripeLine) throws {
        // What was lost at Stripe has no page left to close, and nobody waits for it.
        guard let known = try office.store.reader.account(named: grant.account), known.disconnectedBy != .stripe else {
            return try stripe.ask { try $0.deauthorize(oauth, account: grant.account) }
        }
        guard known.disconnectedBy == .seller else { return }
        try office.store.write { try $0.leave(.leaveAccount, about: known.id, at: office.outside.now()) }
    }
}

extension StripeAccount.Reading {
    /// Of an account that is connected, nothing more is known yet.
    fileprivate static let unread = StripeAccount.Reading(
        state: .underReview,
        wanted: [],
        deadline: nil,
        statementPrefix: nil
    )
}
