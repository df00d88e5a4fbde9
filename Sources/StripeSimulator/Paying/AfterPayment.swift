extension Simulator {
    /// The freelancer gives money back from Stripe's dashboard; nil gives back all that is left.
    mutating func refund(_ payment: String, amount: Int64?) {
        guard let record = state.payment(payment), record.status == .succeeded else { return }
        let left = record.amount - record.refunded
        let given = min(amount ?? left, left)
        guard given > 0 else { return }
        state.change(\.payments, payment) { $0.refunded += given }
        if let record = state.payment(payment) { emit("charge.refunded", account: record.account, charge(record)) }
    }

    /// The customer complains to the bank.
    mutating func openDispute(_ payment: String) {
        guard let record = state.payment(payment), record.status == .succeeded, !record.isDisputed else { return }
        state.change(\.payments, payment) { $0.isDisputed = true }
        emit("charge.dispute.created", account: record.account, dispute(record))
    }
}
