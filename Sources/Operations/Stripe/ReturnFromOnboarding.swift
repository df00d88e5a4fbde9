import Store

/// A freelancer comes back from Stripe's form: finished or not, the account says.
public struct ReturnFromOnboarding {
    private let token: Token

    /// - Parameter token: from the address Stripe sent them to.
    public init(token: Token) {
        self.token = token
    }

    /// Reads the account.
    ///
    /// - Throws: ``NotFound`` for an unknown token, or ``StripeSilent``.
    public func run(in office: Office, stripe: StripeLine) throws {
        guard let account = try office.store.reader.account(onboardingHash: token.fingerprint) else {
            throw NotFound()
        }
        try stripe.ask { try ReadAccount(accountID: account.id).run(in: office, stripe: $0) }
    }
}

/// Stripe's form was opened too late or twice: the freelancer gets a new way to it.
public struct RefreshOnboarding {
    private let token: Token

    /// - Parameter token: from the address Stripe sent them to.
    public init(token: Token) {
        self.token = token
    }

    /// - Returns: the address of Stripe's form.
    /// - Throws: ``NotFound`` for an unknown token, or ``StripeSilent``.
    public func run(in office: Office, stripe: StripeLine) throws -> String {
        guard let account = try office.store.reader.account(onboardingHash: token.fingerprint) else {
            throw NotFound()
        }
        return try stripe.ask { try OnboardingLink(account: account).create(in: office, stripe: $0) }
    }
}
