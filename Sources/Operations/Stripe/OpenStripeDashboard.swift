import Store
import Stripe

/// A freelancer goes to their own pages at Stripe: to give money back, to answer a dispute, to see their payouts.
public struct OpenStripeDashboard {
    private let companyID: Int64
    private let accountID: Int64?
    private let payment: String?

    /// - Parameters:
    ///   - companyID: whose account.
    ///   - accountID: the account's row; nil for the one that is connected.
    ///   - payment: the payment to show, "pi_…", where Stripe can show one at once.
    public init(companyID: Int64, accountID: Int64? = nil, payment: String? = nil) {
        self.companyID = companyID
        self.accountID = accountID
        self.payment = payment
    }

    /// - Returns: the address, which works once for an account that we created.
    /// - Throws: ``NotFound`` when the company has no such account, or ``StripeSilent``.
    public func run(in office: Office, stripe: StripeLine) throws -> String {
        let reader = office.store.reader
        let account = try accountID.map { try reader.account($0) } ?? reader.connectedAccount(of: companyID)
        guard let account, account.companyID == companyID else { throw NotFound() }
        switch account.origin {
        case .created: return try stripe.ask { try $0.createLoginLink(account: account.account) }
        case .existing: return stripe.client.dashboardURL(payment: payment)
        }
    }
}
