extension Simulator {
    /// `GET /v1/disputes`.
    func listDisputes(_ call: APICall) throws(APIError) -> JSON {
        let account = try connectedAccount(call)
        let parameters = call.parameters
        try parameters.allowOnly(Self.listParameters + ["payment_intent", "charge"])
        let period = try parameters.createdBetween()
        return try paged(state.disputes, call) { dispute in
            dispute.account == account.id && dispute.created >= period.from && dispute.created < period.before
                && parameters.accepts(dispute.payment, as: "payment_intent")
                && parameters.accepts(state.payment(dispute.payment)?.part("ch_"), as: "charge")
        } write: {
            json($0, call.expansion.ofElements)
        }
    }

    /// `GET /v1/disputes/{id}`.
    func retrieveDispute(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        try call.parameters.allowOnly([])
        let account = try connectedAccount(call)
        guard let dispute = state.disputes.last(where: { $0.id == id && $0.account == account.id }) else {
            throw .noSuch("dispute", id)
        }
        return json(dispute, call.expansion)
    }

    /// A dispute as Stripe writes it (Stripe API reference, "The Dispute object").
    func json(_ dispute: DisputeRecord, _ expansion: Expansion = Expansion([])) -> JSON {
        let payment = state.payment(dispute.payment)
        return [
            "id": .text(dispute.id),
            "object": "dispute",
            "amount": .integer(dispute.amount),
            "balance_transactions": .list(state.balance.filter { $0.source == dispute.id }.map { json($0) }),
            "charge": payment.map { payment in
                reference(payment.part("ch_"), expansion.inside("charge")) { charge(payment, $0) }
            } ?? nil,
            "created": .integer(dispute.created),
            "currency": .text(dispute.currency),
            "evidence_details": [
                "due_by": .integer(dispute.created + 7 * 86_400),
                "has_evidence": .bool(dispute.status != .unanswered),
                "past_due": .bool(dispute.status == .unanswered && dispute.created + 7 * 86_400 <= time),
                "submission_count": dispute.status == .unanswered ? 0 : 1,
            ],
            "is_charge_refundable": false,
            "livemode": false,
            "metadata": [:],
            "payment_intent": payment.map { payment in
                reference(payment.id, expansion.inside("payment_intent")) { json(payment, $0) }
            } ?? nil,
            "reason": .text(dispute.reason),
            "status": .text(dispute.status.rawValue),
        ]
    }
}
