public import Store
import Stripe

/// A freelancer connects again an account that we had created and they had disconnected with us.
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

    /// Reads the account and connects it; a company that is connected meanwhile stays as it is.
    ///
    /// - Throws: ``NotFound`` unless it is such an account of this company, or ``StripeSilent``.
    public func run(in office: Office, stripe: StripeLine) throws {
        guard let account = try office.store.reader.account(accountID), account.companyID == companyID,
            account.canBeReconnected
        else { throw NotFound() }
        let reading = try stripe.ask { StripeAccount.Reading(try $0.retrieveAccount(id: account.account)) }
        try office.store.write { writer in
            _ = try writer.reconnect(account, reading: reading, at: office.outside.now())
        }
    }
}

extension StripeAccount {
    /// True when no form of Stripe's is needed to connect it again.
    public var canBeReconnected: Bool { disconnectedBy == .seller && origin == .created }
}
