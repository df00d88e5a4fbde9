public import Accounting
import MariaDB

// How an account comes to a company, what is noted of it, and how it leaves.

extension StoreWriter {
    /// Locks an account until the transaction ends, and reads it.
    public func lockAccount(_ id: Int64) throws -> StripeAccount? {
        try transaction.row("\(StripeAccount.select) WHERE id = \(id) FOR UPDATE").map(StripeAccount.init)
    }

    /// Connects a company to an account; nil when it is connected already, or the account is known already.
    public func addAccount(
        _ account: String,
        origin: StripeAccount.Origin,
        isLive: Bool,
        reading: StripeAccount.Reading,
        of companyID: Int64,
        at now: Instant
    ) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO stripe_accounts (company_id, account, origin, is_live, state, wanted, deadline, statement_prefix,
                read_at, created_at, connected_at, reconciled_at, reconciliation_tried_at)
            VALUES (\(companyID), \(account), \(origin), \(isLive), \(reading.state), \(reading.wantedText),
                \(reading.deadline), \(reading.statementPrefix), \(now), \(now), \(now), \(now), \(now))
            """
        )?.lastInsertID
    }

    /// Connects a company again to an account that it had left.
    ///
    /// - Returns: false when it is connected to another one meanwhile.
    public func reconnect(
        _ account: StripeAccount,
        isLive: Bool,
        reading: StripeAccount.Reading,
        at now: Instant
    ) throws -> Bool {
        guard try reader.connectedAccount(of: account.companyID) == nil else { return false }
        try transaction.execute(
            """
            UPDATE stripe_accounts SET disconnected_at = NULL, disconnected_by = NULL, connected_at = \(now),
                is_live = \(isLive)
            WHERE id = \(account.id)
            """
        )
        try update(account, reading: reading, at: now)
        return true
    }

    /// Ends the connection of an account, which leaves its company free to connect another.
    public func disconnect(_ account: StripeAccount, by leaver: StripeAccount.Leaver, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE stripe_accounts SET state = \(StripeAccount.State.disconnected), disconnected_at = \(now),
                disconnected_by = \(leaver), wanted = '', deadline = NULL
            WHERE id = \(account.id) AND disconnected_at IS NULL
            """
        )
    }

    /// Gives the onboarding of an account a new token, which ends the former one.
    public func update(_ account: StripeAccount, onboardingHash: Fingerprint) throws {
        try transaction.execute(
            "UPDATE stripe_accounts SET onboarding_hash = \(onboardingHash) WHERE id = \(account.id)"
        )
    }

    /// Notes what was read of an account.
    public func update(_ account: StripeAccount, reading: StripeAccount.Reading, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE stripe_accounts SET state = \(reading.state), wanted = \(reading.wantedText),
                deadline = \(reading.deadline), statement_prefix = \(reading.statementPrefix), read_at = \(now)
            WHERE id = \(account.id)
            """
        )
    }

    /// Notes that everything Stripe has of an account was compared with what we have, from one moment until another.
    public func noteReconciliation(of account: StripeAccount, begunAt start: Instant, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE stripe_accounts SET reconciled_at = \(start), reconciliation_tried_at = \(now)
            WHERE id = \(account.id)
            """
        )
    }

    /// Notes that the comparison was tried in vain, which puts the account at the end of the line.
    public func noteVainReconciliation(of account: StripeAccount, at now: Instant) throws {
        try transaction.execute(
            "UPDATE stripe_accounts SET reconciliation_tried_at = \(now) WHERE id = \(account.id)"
        )
    }

    /// Notes that Stripe keeps a failure under the key of the account of this place; once, however many clicks it met.
    public func noteRefusedAccount(number: Int64, of companyID: Int64) throws {
        try transaction.execute(
            """
            UPDATE companies SET refused_accounts = refused_accounts + 1
            WHERE id = \(companyID) AND \(number) = refused_accounts + 1
                + (SELECT COUNT(*) FROM stripe_accounts a WHERE a.company_id = \(companyID))
            """
        )
    }
}

extension StripeAccount.Reading {
    fileprivate var wantedText: String { wanted.joined(separator: "\n") }
}
