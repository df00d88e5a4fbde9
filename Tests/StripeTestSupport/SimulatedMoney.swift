public import Accounting
import StripeSimulator

extension SimulatedStripe {
    /// The payment of a session, `pi_…`; nil before it is tried.
    public func payment(ofSession session: String) -> String? { state.payment(ofSession: session) }

    /// The freelancer gives a payment back, or a part of it; answers the refund, `re_…`, nil when nothing was left.
    ///
    /// What becomes of it later: `control("refunds/re_…/succeed")`, `…/fail`, `…/cancel`.
    @discardableResult
    public func refund(_ payment: String, amount: Cents? = nil, isPending: Bool = false) -> String? {
        let before = state.refunds(ofPayment: payment).count
        let amount = amount.map { [("amount", String($0.value))] } ?? []
        control("payments/\(payment)/refund", amount + (isPending ? [("status", "pending")] : []))
        return state.refunds(ofPayment: payment).dropFirst(before).first
    }

    /// The customer complains to the bank about a payment; answers the dispute, `du_…`, nil when there is one already.
    ///
    /// What becomes of it later: `control("disputes/du_…/review")`, `…/win`, `…/lose`.
    @discardableResult
    public func dispute(_ payment: String, amount: Cents? = nil) -> String? {
        let before = state.disputes(ofPayment: payment).count
        control("payments/\(payment)/dispute", amount.map { [("amount", String($0.value))] } ?? [])
        return state.disputes(ofPayment: payment).dropFirst(before).first
    }

    /// An account's balance goes to its bank, by itself or because its owner asks; answers the payout, `po_…`, nil when there
    /// is nothing to pay out.
    ///
    /// What becomes of it later: `control("payouts/po_…/send")`, `…/pay`, `…/fail`.
    @discardableResult
    public func payOut(_ account: String, isAutomatic: Bool = true) -> String? {
        let before = state.payouts(ofAccount: account).count
        control("accounts/\(account)/\(isAutomatic ? "payout" : "manual-payout")")
        return state.payouts(ofAccount: account).dropFirst(before).first
    }

    /// The line of a payment on the balance comes, when `faults.delaysBalance` has kept it back.
    public func releaseBalance(_ payment: String) {
        control("payments/\(payment)/balance")
    }
}
