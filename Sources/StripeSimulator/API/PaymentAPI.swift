extension Simulator {
    /// `GET /v1/payment_intents`.
    func listPayments(_ call: APICall) throws(APIError) -> JSON {
        let account = try connectedAccount(call)
        try call.parameters.allowOnly(Self.listParameters)
        let period = try call.parameters.createdBetween()
        return try paged(state.payments, call) { payment in
            payment.account == account.id && payment.created >= period.from && payment.created < period.before
        } write: {
            json($0, call.expansion.ofElements)
        }
    }

    /// `GET /v1/payment_intents/{id}`.
    func retrievePayment(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        json(try payment("payment_intent", id, call) { $0.id == id }, call.expansion)
    }

    /// `GET /v1/charges/{id}`.
    func retrieveCharge(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        charge(try payment("charge", id, call) { $0.part("ch_") == id }, call.expansion)
    }

    private func payment(
        _ kind: String,
        _ id: String,
        _ call: APICall,
        where isWanted: (PaymentRecord) -> Bool
    ) throws(APIError) -> PaymentRecord {
        try call.parameters.allowOnly([])
        let account = try connectedAccount(call)
        guard let payment = state.payments.last(where: { $0.account == account.id && isWanted($0) }) else {
            throw .noSuch(kind, id)
        }
        return payment
    }
}
