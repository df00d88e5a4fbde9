import Web

extension Simulator {
    /// The payment of a session, made at its first confirmation and kept from one attempt to the next.
    mutating func confirm(_ session: SessionRecord, method: String, cardEnd: String?) -> String {
        let id = session.payment ?? newIdentifier("pi_")
        if session.payment == nil {
            state.payments.append(
                PaymentRecord(
                    id: id,
                    session: session.id,
                    account: session.account,
                    created: time,
                    amount: session.amount,
                    currency: session.currency,
                    applicationFee: session.applicationFee,
                    description: session.description,
                    metadata: session.paymentMetadata,
                    chargedAt: time
                )
            )
            state.change(\.sessions, session.id) { $0.payment = id }
        }
        let now = time
        state.change(\.payments, id) { payment in
            payment.chargedAt = now
            payment.method = method
            payment.cardEnd = cardEnd
        }
        return id
    }

    /// The money is there, or is on its way when payments are slow; the customer goes back to the seller.
    mutating func succeed(_ payment: String, of session: SessionRecord) -> Response {
        state.change(\.sessions, session.id) { $0.status = .complete }
        if state.faults.delaysPayments {
            state.change(\.payments, payment) { $0.status = .processing }
            emitSession("checkout.session.completed", session.id)
        } else {
            receive(payment)
            emitSession("checkout.session.completed", session.id)
            emitFee(payment)
        }
        return .redirect(to: session.successAddress)
    }

    /// The customer's bank said no; the page stays open.
    mutating func refuse(_ payment: String, _ refusal: Refusal) {
        state.change(\.payments, payment) { payment in
            payment.status = .unconfirmed
            payment.refusal = refusal
        }
        emitPayment("payment_intent.payment_failed", payment)
    }

    /// A slow payment comes to its end.
    mutating func settle(_ payment: String, succeeds: Bool) {
        guard let record = state.payment(payment), record.status == .processing else { return }
        if succeeds {
            receive(payment)
            emitSession("checkout.session.async_payment_succeeded", record.session)
            emitFee(payment)
        } else {
            refuse(payment, .generic)
            emitSession("checkout.session.async_payment_failed", record.session)
        }
    }

    /// Nobody can pay on this page any more.
    mutating func close(_ session: String) {
        state.change(\.sessions, session) { $0.status = .expired }
        emitSession("checkout.session.expired", session)
    }

    /// Closes the pages whose time has come; noticed at the next request, whatever it is.
    mutating func expireSessions() {
        let time = time
        for session in state.sessions where session.status == .open && session.expiresAt <= time { close(session.id) }
    }

    private mutating func receive(_ payment: String) {
        state.change(\.payments, payment) { payment in
            payment.status = .succeeded
            payment.refusal = nil
        }
        guard let record = state.payment(payment) else { return }
        state.change(\.sessions, record.session) { $0.paymentStatus = "paid" }
        if !state.faults.delaysBalance { bookCharge(payment) }
        emitPayment("payment_intent.succeeded", payment)
        emit("charge.succeeded", account: record.account, charge(record))
    }

    private mutating func emitSession(_ type: String, _ id: String) {
        guard let session = state.session(id) else { return }
        emit(type, account: session.account, json(session))
    }

    private mutating func emitPayment(_ type: String, _ id: String) {
        guard let payment = state.payment(id) else { return }
        emit(type, account: payment.account, json(payment))
    }

    private mutating func emitFee(_ payment: String) {
        guard let record = state.payment(payment), record.applicationFee != nil else { return }
        emit("application_fee.created", account: nil, applicationFee(record))
    }
}
