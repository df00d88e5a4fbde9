extension State {
    /// The payment of a session, `pi_…`; nil before it is tried.
    public func payment(ofSession session: String) -> String? { self.session(session)?.payment }

    /// What was given back of a payment, `re_…`, oldest first.
    public func refunds(ofPayment payment: String) -> [String] {
        refunds.filter { $0.payment == payment }.map(\.id)
    }

    /// The complaints about a payment, `du_…`, oldest first.
    public func disputes(ofPayment payment: String) -> [String] {
        disputes.filter { $0.payment == payment }.map(\.id)
    }

    /// What went to an account's bank, `po_…`, oldest first.
    public func payouts(ofAccount account: String) -> [String] {
        payouts.filter { $0.account == account }.map(\.id)
    }
}

/// Money that a customer has paid.
public struct ReceivedMoney: Sendable, Equatable {
    /// The payment, `pi_…`.
    public let payment: String
    /// The session it came through.
    public let session: String
    /// The account that has it.
    public let account: String
    /// How much, in cents.
    public let amount: Int64
}

extension State {
    /// Every payment that succeeded, oldest first.
    public var receivedMoney: [ReceivedMoney] {
        payments.filter { $0.status == .succeeded }.map {
            ReceivedMoney(payment: $0.id, session: $0.session, account: $0.account, amount: $0.amount)
        }
    }

    /// The payments by a slow means that neither succeeded nor failed yet.
    public var paymentsUnderWay: [String] { payments.filter { $0.status == .processing }.map(\.id) }

    /// Everything that happened, `evt_…`, oldest first.
    public var eventIdentifiers: [String] { events.map(\.id) }

    /// Whether a session can still be paid.
    public func isOpen(session: String) -> Bool { self.session(session)?.status == .open }

    /// The accounts that the platform made or was granted, `acct_…`, oldest first.
    public var accountIdentifiers: [String] { accounts.map(\.id) }

    /// Whether the platform may not ask about an account any more.
    public func isRevoked(account: String) -> Bool { self.account(account)?.stage == .revoked }

    /// Where a refund stands, in Stripe's word.
    public func status(ofRefund refund: String) -> String? { refunds.last { $0.id == refund }?.status.rawValue }

    /// Where a dispute stands, in Stripe's word.
    public func status(ofDispute dispute: String) -> String? { disputes.last { $0.id == dispute }?.status.rawValue }
}
