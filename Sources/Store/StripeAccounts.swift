public import Accounting
import MariaDB

/// A company's account at Stripe, as it was last read there.
public struct StripeAccount: Sendable, Equatable {
    /// What the account can do, in the words of the freelancer's page.
    public enum State: String, Sendable, CaseIterable {
        /// The freelancer left Stripe's form before its end.
        case toFinish = "to_finish"
        /// Stripe is checking what it was given.
        case underReview = "under_review"
        /// Stripe wants something more.
        case actionRequired = "action_required"
        /// Payments are on.
        case active
        /// Stripe refuses the account.
        case refused
        /// The account is no longer connected.
        case disconnected
    }

    /// The row's id.
    public let id: Int64
    /// Whose account it is.
    public let companyID: Int64
    /// The account's name at Stripe, "acct_…".
    public let account: String
    /// What it can do.
    public let state: State
    /// When it was last read at Stripe.
    public let readAt: Instant
}

extension StripeAccount.State: SQLWord {}

extension StoreReader {
    /// The account that a company is connected to.
    public func connectedAccount(of companyID: Int64) throws -> StripeAccount? {
        try runner.row("\(StripeAccount.select) WHERE connected_company = \(companyID)").map(StripeAccount.init)
    }

    /// How many accounts a company has ever had.
    public func accountCount(of companyID: Int64) throws -> Int {
        try runner.row("SELECT COUNT(*) AS number FROM stripe_accounts WHERE company_id = \(companyID)")
            .map { try $0["number"] } ?? 0
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
}

extension StoreWriter {
    /// Connects a company to an account; nil when it is connected already, or the account is known already.
    public func addAccount(
        _ account: String,
        state: StripeAccount.State,
        of companyID: Int64,
        at now: Instant
    ) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO stripe_accounts (company_id, account, state, read_at, created_at)
            VALUES (\(companyID), \(account), \(state), \(now), \(now))
            """
        )?.lastInsertID
    }

    /// Gives the onboarding of an account a new token, which ends the former one.
    public func update(_ account: StripeAccount, onboardingHash: Fingerprint) throws {
        try transaction.execute(
            "UPDATE stripe_accounts SET onboarding_hash = \(onboardingHash) WHERE id = \(account.id)"
        )
    }

    /// Notes what was read of an account; a disconnected one leaves its company free to connect another.
    public func update(_ account: StripeAccount, state: StripeAccount.State, at now: Instant) throws {
        let disconnectedAt = state == .disconnected ? now : nil
        try transaction.execute(
            """
            UPDATE stripe_accounts SET state = \(state), read_at = \(now),
                disconnected_at = COALESCE(disconnected_at, \(disconnectedAt))
            WHERE id = \(account.id)
            """
        )
    }
}

extension StripeAccount {
    fileprivate static let select: SQL = "SELECT id, company_id, account, state, read_at FROM stripe_accounts"

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        account = try row["account"]
        state = try row["state"]
        readAt = try row["read_at"]
    }
}
