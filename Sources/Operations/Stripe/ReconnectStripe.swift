public import Store
import Stripe

/// A freelancer connects again an account that we had created and that was disconnected, by them or at Stripe.
public struct ReconnectStripe {
    private let companyID: Int64
    private let accountID: Int64

    /// - Parameters:
    ///   - companyID: whose account.
    ///   - accountID: its row.
    public init(companyID: Int64, accountID: Int64) {
        self.companyID = companyID
        self.accountID = accountID
    }

    /// What came of it.
    public enum Answer: Sendable, Equatable {
        /// The company is connected, to this account or to another one meanwhile.
        case connected
        /// Stripe still does not let us into the account.
        case lost
    }

    /// Reads the account and connects it; a company that is connected meanwhile stays as it is.
    ///
    /// - Throws: ``NotFound`` unless it is such an account of this company, or ``StripeSilent``.
    public func run(in office: Office, stripe: StripeLine) throws -> Answer {
        guard let account = try office.store.reader.account(accountID), account.companyID == companyID,
            account.canBeReconnected
        else { throw NotFound() }
        guard let reading = try stripe.ask({ try reading(of: account, $0) }) else { return .lost }
        let isLive = stripe.client.takesRealMoney
        try office.store.write { writer in
            _ = try writer.reconnect(account, isLive: isLive, reading: reading, at: office.outside.now())
        }
        return .connected
    }

    /// What Stripe says of it; nil while it lets nobody in.
    private func reading(of account: StripeAccount, _ stripe: StripeClient) throws -> StripeAccount.Reading? {
        do {
            return StripeAccount.Reading(try stripe.retrieveAccount(id: account.account))
        } catch StripeError.accountGone {
            try account.mustBeVisible(to: stripe)
            return nil
        }
    }
}

extension StripeAccount {
    /// True when no form of Stripe's is needed to connect it again.
    public var canBeReconnected: Bool { disconnectedBy != nil && origin == .created }
}
