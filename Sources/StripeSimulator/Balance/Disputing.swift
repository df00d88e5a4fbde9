extension Simulator {
    /// The customer complains to the bank, which takes the money back for the time being; nil complains about all of it.
    mutating func openDispute(_ payment: String, amount: Int64? = nil, reason: String? = nil) {
        guard let record = state.payment(payment), record.status == .succeeded, !record.isDisputed else { return }
        let dispute = DisputeRecord(
            id: newIdentifier("du_"),
            payment: payment,
            account: record.account,
            created: time,
            amount: min(amount ?? record.amount, record.amount),
            currency: record.currency,
            reason: reason ?? "fraudulent"
        )
        state.disputes.append(dispute)
        state.change(\.payments, payment) { $0.isDisputed = true }
        book(.dispute, dispute.amount, of: dispute.id, on: dispute.account)
        emitDispute("charge.dispute.created", dispute.id)
    }

    /// The freelancer answers, or the bank decides.
    mutating func settle(dispute id: String, as status: DisputeRecord.Status) {
        guard let before = state.disputes.last(where: { $0.id == id }), before.isOpen, before.status != status else {
            return
        }
        state.change(\.disputes, id) { $0.status = status }
        if status == .won { book(.disputeReversal, before.amount, of: id, on: before.account) }
        let isClosed = status == .won || status == .lost
        emitDispute(isClosed ? "charge.dispute.closed" : "charge.dispute.updated", id)
    }

    private mutating func emitDispute(_ type: String, _ id: String) {
        guard let dispute = state.disputes.last(where: { $0.id == id }) else { return }
        emit(type, account: dispute.account, json(dispute))
    }
}
