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
