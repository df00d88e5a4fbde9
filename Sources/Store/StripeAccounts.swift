public import Accounting
import MariaDB

extension StoreReader {
    /// The account that a company is connected to.
    public func connectedAccount(of companyID: Int64) throws -> StripeAccount? {
        try runner.row("\(StripeAccount.select) WHERE connected_company = \(companyID)").map(StripeAccount.init)
    }

    /// The accounts that a company was connected to and is no longer, newest first.
    public func formerAccounts(of companyID: Int64) throws -> [StripeAccount] {
        try runner.rows(
            """
            \(StripeAccount.select) WHERE company_id = \(companyID) AND disconnected_at IS NOT NULL
            ORDER BY disconnected_at DESC
            """
        ).map(StripeAccount.init)
    }

    /// The place of a company's next account, from 1: beyond those it ever had and those that Stripe failed to make.
    public func nextAccountNumber(of companyID: Int64) throws -> Int64 {
        try runner.row(
            """
            SELECT c.refused_accounts + 1 + (SELECT COUNT(*) FROM stripe_accounts a WHERE a.company_id = c.id) AS number
            FROM companies c WHERE c.id = \(companyID)
            """
        ).map { try $0["number"] } ?? 1
    }

    /// The account whose onboarding has this token.
    public func account(onboardingHash: Fingerprint) throws -> StripeAccount? {
        try runner.row("\(StripeAccount.select) WHERE onboarding_hash = \(onboardingHash)").map(StripeAccount.init)
    }

    /// The account with this name at Stripe.
    public func account(named account: String) throws -> StripeAccount? {
        try runner.row("\(StripeAccount.select) WHERE account = \(account)").map(StripeAccount.init)
    }

    /// The account in this row.
    public func account(_ id: Int64) throws -> StripeAccount? {
        try runner.row("\(StripeAccount.select) WHERE id = \(id)").map(StripeAccount.init)
    }

    /// Accounts that nobody tried to compare with Stripe's word since a moment, and that Stripe lets us read or may let us
    /// read again: one that it shut us out of is asked for as long as a payment begun before may still come.
    public func accounts(unreconciledSince moment: Instant, limit: Int) throws -> [StripeAccount] {
        let latePayments: Int64 = 35 * 86_400
        return try runner.rows(
            """
            \(StripeAccount.select) WHERE reconciliation_tried_at < \(moment)
                AND (disconnected_by IS NULL OR disconnected_by = 'seller' AND origin = 'created'
                    OR disconnected_by = 'stripe' AND disconnected_at > \(moment.adding(seconds: -latePayments)))
            ORDER BY reconciliation_tried_at LIMIT \(limit)
            """
        ).map(StripeAccount.init)
    }
}
