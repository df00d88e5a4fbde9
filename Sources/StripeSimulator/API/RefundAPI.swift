extension Simulator {
    /// `GET /v1/refunds`.
    func listRefunds(_ call: APICall) throws(APIError) -> JSON {
        let account = try connectedAccount(call)
        let parameters = call.parameters
        try parameters.allowOnly(Self.listParameters + ["payment_intent", "charge"])
        let period = try parameters.createdBetween()
        return try paged(state.refunds, call) { refund in
            refund.account == account.id && refund.created >= period.from && refund.created < period.before
                && parameters.accepts(refund.payment, as: "payment_intent")
                && parameters.accepts(state.payment(refund.payment)?.part("ch_"), as: "charge")
        } write: {
            json($0, call.expansion.ofElements)
        }
    }

    /// `GET /v1/refunds/{id}`.
    func retrieveRefund(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        try call.parameters.allowOnly([])
        let account = try connectedAccount(call)
        guard let refund = state.refunds.last(where: { $0.id == id && $0.account == account.id }) else {
            throw .noSuch("refund", id)
        }
        return json(refund, call.expansion)
    }

    /// A refund as Stripe writes it (Stripe API reference, "The Refund object").
    func json(_ refund: RefundRecord, _ expansion: Expansion = Expansion([])) -> JSON {
        let payment = state.payment(refund.payment)
        let failure = state.line(of: refund.id, type: "refund_failure")
        return [
            "id": .text(refund.id),
            "object": "refund",
            "amount": .integer(refund.amount),
            "balance_transaction": reference(
                state.line(of: refund.id, type: "refund"),
                "balance_transaction",
                expansion
            ),
            "charge": payment.map { payment in
                reference(payment.part("ch_"), expansion.inside("charge")) { charge(payment, $0) }
            } ?? nil,
            "created": .integer(refund.created),
            "currency": .text(refund.currency),
            "failure_balance_transaction": reference(failure, "failure_balance_transaction", expansion),
            "failure_reason": refund.status == .failed ? "lost_or_stolen_card" : nil,
            "metadata": [:],
            "payment_intent": payment.map { payment in
                reference(payment.id, expansion.inside("payment_intent")) { json(payment, $0) }
            } ?? nil,
            "reason": .optional(refund.reason),
            "status": .text(refund.status.rawValue),
        ]
    }
}
