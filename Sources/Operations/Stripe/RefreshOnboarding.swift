import Store

/// Stripe's form was opened too late or twice: the freelancer gets a new way to it.
///
/// Behind the form stand the freelancer's identity papers, so the address alone opens it to nobody.
public struct RefreshOnboarding {
    private let token: Token
    private let companyID: Int64

    /// - Parameters:
    ///   - token: from the address Stripe sent them to.
    ///   - companyID: the company of whoever is logged in.
    public init(token: Token, companyID: Int64) {
        self.token = token
        self.companyID = companyID
    }

    /// - Returns: the address of Stripe's form.
    /// - Throws: ``NotFound`` for an account that is not connected to this company, or ``StripeSilent``.
    public func run(in office: Office, stripe: StripeLine) throws -> String {
        let reader = office.store.reader
        let account = try reader.account(onboardingHash: token.fingerprint) ?? reader.connectedAccount(of: companyID)
        guard let account, account.companyID == companyID, account.disconnectedBy == nil else { throw NotFound() }
        return try stripe.ask { try OnboardingLink(account: account).create(in: office, stripe: $0) }
    }
}
