import Store

/// A freelancer comes back from Stripe's form: finished or not, the account says.
public struct ReturnFromOnboarding {
    private let token: Token
    private let companyID: Int64?

    /// - Parameters:
    ///   - token: from the address Stripe sent them to.
    ///   - companyID: the company of whoever is logged in; nil when nobody is.
    public init(token: Token, companyID: Int64?) {
        self.token = token
        self.companyID = companyID
    }

    /// Reads the account.
    ///
    /// A second click on the way to the form has replaced the token of the first: whoever is logged in comes back to the
    /// account they are connected to.
    ///
    /// - Throws: ``NotFound`` for an unknown token of nobody, or ``StripeSilent``.
    public func run(in office: Office, stripe: StripeLine) throws {
        let reader = office.store.reader
        let account =
            try reader.account(onboardingHash: token.fingerprint)
            ?? companyID.flatMap { try reader.connectedAccount(of: $0) }
        guard let account else { throw NotFound() }
        try stripe.ask { try ReadAccount(accountID: account.id).run(in: office, stripe: $0) }
    }
}
