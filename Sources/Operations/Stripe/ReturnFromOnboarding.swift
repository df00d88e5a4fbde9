import Store
public import Stripe

/// A freelancer comes back from Stripe's form: finished or not, the account says.
public struct ReturnFromOnboarding {
    private let token: Token

    /// - Parameter token: from the address Stripe sent them to.
    public init(token: Token) {
        self.token = token
    }

    /// Reads the account.
    ///
    /// - Throws: ``NotFound`` for an unknown token, or `StripeError`.
    public func run(in office: Office, stripe: StripeClient) throws {
        guard let account = try office.store.reader.account(onboardingHash: token.fingerprint) else {
            throw NotFound()
        }
        try ReadAccount(accountID: account.id).run(in: office, stripe: stripe)
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
    /// - Throws: ``NotFound`` for an unknown token, or `StripeError`.
    public func run(in office: Office, stripe: StripeClient) throws -> String {
        guard let account = try office.store.reader.account(onboardingHash: token.fingerprint) else {
            throw NotFound()
        }
        return try OnboardingLink(account: account).create(in: office, stripe: stripe)
    }
}
