extension Simulator {
    /// `GET /v1/payouts`.
    func listPayouts(_ call: APICall) throws(APIError) -> JSON {
        let account = try connectedAccount(call)
        let parameters = call.parameters
        try parameters.allowOnly(Self.listParameters + ["status"])
        let period = try parameters.createdBetween()
        return try paged(state.payouts, call) { payout in
            payout.account == account.id && payout.created >= period.from && payout.created < period.before
                && parameters.accepts(payout.status.rawValue, as: "status")
        } write: {
            json($0, call.expansion.ofElements)
        }
    }

    /// `GET /v1/payouts/{id}`.
    func retrievePayout(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        try call.parameters.allowOnly([])
        let account = try connectedAccount(call)
        guard let payout = state.payouts.last(where: { $0.id == id && $0.account == account.id }) else {
            throw .noSuch("payout", id)
        }
        return json(payout, call.expansion)
    }

    /// A payout as Stripe writes it (Stripe API reference, "The Payout object").
    func json(_ payout: PayoutRecord, _ expansion: Expansion = Expansion([])) -> JSON {
        let failure = state.line(of: payout.id, type: "payout_failure")
        return [
            "id": .text(payout.id),
            "object": "payout",
            "amount": .integer(payout.amount),
            "arrival_date": .integer(payout.arrival),
            "automatic": .bool(payout.isAutomatic),
            "balance_transaction": reference(state.line(payout.line), "balance_transaction", expansion),
            "created": .integer(payout.created),
            "currency": .text(payout.currency),
            "description": "STRIPE PAYOUT",
            "failure_balance_transaction": reference(failure, "failure_balance_transaction", expansion),
            "failure_code": payout.status == .failed ? "account_closed" : nil,
            "failure_message": payout.status == .failed ? "The bank account has been closed." : nil,
            "livemode": false,
            "metadata": [:],
            "method": "standard",
            "reconciliation_status": payout.isAutomatic ? "completed" : "not_applicable",
            "source_type": "card",
            "statement_descriptor": nil,
            "status": .text(payout.status.rawValue),
            "type": "bank_account",
        ]
    }
}
