extension Simulator {
    /// The freelancer gives money back from Stripe's dashboard; nil gives back all that is left.
    mutating func refund(_ payment: String, amount: Int64?, reason: String? = nil, isPending: Bool = false) {
        guard let record = state.payment(payment), record.status == .succeeded else { return }
        let left = record.amount - record.refunded
        let given = min(amount ?? left, left)
        guard given > 0 else { return }
        let refund = RefundRecord(
            id: newIdentifier("re_"),
            payment: payment,
            account: record.account,
            created: time,
            amount: given,
            currency: record.currency,
            reason: reason,
            status: isPending ? .pending : .succeeded
        )
        state.refunds.append(refund)
        if !isPending { book(.refund, of: refund) }
        countRefunds(of: payment)
        emitRefund("refund.created", refund.id)
        if let record = state.payment(payment) { emit("charge.refunded", account: record.account, charge(record)) }
    }

    /// What becomes of a refund later: one that waits succeeds or is given up; the customer's bank sends back one that had
    /// succeeded.
    mutating func settle(refund id: String, as status: RefundRecord.Status) {
        guard let before = state.refunds.last(where: { $0.id == id }) else { return }
        switch (before.status, status) {
        case (.pending, .succeeded): book(.refund, of: before)
        case (.succeeded, .failed): book(.refundFailure, of: before)
        case (.pending, .failed), (.pending, .canceled): break
        default: return
        }
        state.change(\.refunds, id) { $0.status = status }
        countRefunds(of: before.payment)
        emitRefund("refund.updated", id)
        emitRefund("charge.refund.updated", id)
        if status == .failed { emitRefund("refund.failed", id) }
    }

    private mutating func book(_ kind: BalanceKind, of refund: RefundRecord) {
        book(kind, refund.amount, of: refund.id, on: refund.account)
    }

    private mutating func countRefunds(of payment: String) {
        let total = state.refunds.filter { $0.payment == payment && $0.counts }.reduce(0) { $0 + $1.amount }
        state.change(\.payments, payment) { $0.refunded = total }
    }

    private mutating func emitRefund(_ type: String, _ id: String) {
        guard let refund = state.refunds.last(where: { $0.id == id }) else { return }
        emit(type, account: refund.account, json(refund))
    }
}
