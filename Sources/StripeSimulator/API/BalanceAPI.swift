extension Simulator {
    /// `GET /v1/balance_transactions`; those of a payout include the line that took it off the balance.
    func listBalance(_ call: APICall) throws(APIError) -> JSON {
        let account = try connectedAccount(call)
        let parameters = call.parameters
        try parameters.allowOnly(Self.listParameters + ["payout", "type", "source"])
        if let id = parameters["payout"] { try checkIsListed(payout: id) }
        let period = try parameters.createdBetween()
        return try paged(state.balance, call) { line in
            line.account == account.id && line.created >= period.from && line.created < period.before
                && parameters.accepts(line.payout, as: "payout") && parameters.accepts(line.type, as: "type")
                && parameters.accepts(line.source, as: "source")
        } write: {
            json($0, call.expansion.ofElements)
        }
    }

    /// What makes up a payout is told of those that Stripe made by itself.
    private func checkIsListed(payout id: String) throws(APIError) {
        guard let payout = state.payouts.first(where: { $0.id == id }) else {
            throw .noSuch("payout", id, parameter: "payout")
        }
        guard payout.isAutomatic else {
            throw .invalid(
                "payout",
                "Balance transaction history can only be filtered on automatic transfers, not manual."
            )
        }
    }

    /// `GET /v1/balance_transactions/{id}`.
    func retrieveBalance(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        try call.parameters.allowOnly([])
        let account = try connectedAccount(call)
        guard let line = state.line(id), line.account == account.id else { throw .noSuch("balance transaction", id) }
        return json(line, call.expansion)
    }

    /// A line of the balance as Stripe writes it (Stripe API reference, "The Balance Transaction object").
    func json(_ line: BalanceRecord, _ expansion: Expansion = Expansion([])) -> JSON {
        [
            "id": .text(line.id),
            "object": "balance_transaction",
            "amount": .integer(line.amount),
            "available_on": .integer(line.availableOn),
            "created": .integer(line.created),
            "currency": .text(line.currency),
            "description": nil,
            "exchange_rate": nil,
            "fee": .integer(line.fee),
            "fee_details": .list(line.fees.map { json($0, line.currency) }),
            "net": .integer(line.net),
            "reporting_category": .text(line.category),
            "source": source(of: line, expansion.inside("source")),
            "status": line.availableOn <= time ? "available" : "pending",
            "type": .text(line.type),
        ]
    }

    private func json(_ fee: BalanceRecord.Fee, _ currency: String) -> JSON {
        [
            "amount": .integer(fee.amount),
            "application": fee.isApplicationFee ? .text(settings.clientID) : nil,
            "currency": .text(currency),
            "description": fee.isApplicationFee ? "NeedMe application fee" : "Stripe processing fees",
            "type": fee.isApplicationFee ? "application_fee" : "stripe_fee",
        ]
    }

    private func source(of line: BalanceRecord, _ expansion: Expansion?) -> JSON {
        guard let expansion else { return .text(line.source) }
        if let payment = state.payments.last(where: { $0.part("ch_") == line.source }) {
            return charge(payment, expansion)
        }
        if let refund = state.refunds.last(where: { $0.id == line.source }) { return json(refund, expansion) }
        if let dispute = state.disputes.last(where: { $0.id == line.source }) { return json(dispute, expansion) }
        if let payout = state.payouts.last(where: { $0.id == line.source }) { return json(payout, expansion) }
        return .text(line.source)
    }

    /// A line's identifier, or the line when that was asked for; null when there is none.
    func reference(_ line: BalanceRecord?, _ field: String, _ expansion: Expansion) -> JSON {
        guard let line else { return nil }
        return reference(line.id, expansion.inside(field)) { json(line, $0) }
    }
}
