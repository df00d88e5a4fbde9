extension Simulator {
    /// A payment page as Stripe writes it (Stripe API reference, "The Checkout Session object").
    func json(_ session: SessionRecord, _ expansion: Expansion = Expansion([])) -> JSON {
        let payment = session.payment.flatMap { state.payment($0) }
        let email = session.email ?? session.customerEmail
        return [
            "id": .text(session.id),
            "object": "checkout.session",
            "adaptive_pricing": ["enabled": false],
            "amount_subtotal": .integer(session.amount),
            "amount_total": .integer(session.amount),
            "automatic_tax": ["enabled": false],
            "cancel_url": .optional(session.cancelURL),
            "client_reference_id": .optional(session.clientReferenceID),
            "created": .integer(session.created),
            "currency": .text(session.currency),
            "customer": nil,
            "customer_details": email.map { ["email": .text($0)] } ?? nil,
            "customer_email": .optional(session.customerEmail),
            "expires_at": .integer(session.expiresAt),
            "livemode": false,
            "locale": .text(session.locale),
            "metadata": .texts(session.metadata),
            "mode": "payment",
            "payment_intent": payment.map { payment in
                reference(payment.id, expansion.inside("payment_intent")) { json(payment, $0) }
            }
                ?? nil,
            "payment_method_types": .texts(session.methods),
            "payment_status": .text(session.paymentStatus),
            "status": .text(session.status.rawValue),
            "submit_type": "pay",
            "success_url": .text(session.successURL),
            "ui_mode": "hosted_page",
            "url": session.status == .open ? .text(address(of: session)) : nil,
        ]
    }

    /// Where a payment page is.
    func address(of session: SessionRecord) -> String {
        "\(settings.publicAddress)/c/pay/\(session.id)"
    }

    /// A payment as Stripe writes it.
    func json(_ payment: PaymentRecord, _ expansion: Expansion = Expansion([])) -> JSON {
        let hasCharge = payment.status == .succeeded || payment.status == .processing || payment.refusal != nil
        return [
            "id": .text(payment.id),
            "object": "payment_intent",
            "amount": .integer(payment.amount),
            "amount_received": .integer(payment.status == .succeeded ? payment.amount : 0),
            "application_fee_amount": .optional(payment.applicationFee),
            "created": .integer(payment.created),
            "currency": .text(payment.currency),
            "description": .optional(payment.description),
            "last_payment_error": payment.refusal.map(error) ?? nil,
            "latest_charge": hasCharge
                ? reference(payment.part("ch_"), expansion.inside("latest_charge")) { charge(payment, $0) } : nil,
            "livemode": false,
            "metadata": .texts(payment.metadata),
            "payment_method_types": .texts([payment.method]),
            "status": .text(payment.status.rawValue),
        ]
    }

    /// A payment's charge as Stripe writes it.
    func charge(_ payment: PaymentRecord, _ expansion: Expansion = Expansion([])) -> JSON {
        let isPaid = payment.status == .succeeded
        return [
            "id": .text(payment.part("ch_")),
            "object": "charge",
            "amount": .integer(payment.amount),
            "amount_refunded": .integer(payment.refunded),
            "application_fee": payment.applicationFee == nil || !isPaid ? nil : .text(payment.part("fee_")),
            "application_fee_amount": .optional(payment.applicationFee),
            "balance_transaction": reference(state.line(payment.part("txn_")), "balance_transaction", expansion),
            "captured": .bool(isPaid),
            "created": .integer(payment.chargedAt),
            "currency": .text(payment.currency),
            "disputed": .bool(payment.isDisputed),
            "failure_code": .optional(payment.refusal?.code),
            "livemode": false,
            "metadata": .texts(payment.metadata),
            "paid": .bool(isPaid),
            "payment_intent": .text(payment.id),
            "payment_method_details": payment.method == "card"
                ? ["type": "card", "card": ["brand": "visa", "last4": .optional(payment.cardEnd)]]
                : ["type": "klarna", "klarna": [:]],
            "refunded": .bool(payment.refunded == payment.amount),
            "status": isPaid ? "succeeded" : payment.status == .processing ? "pending" : "failed",
        ]
    }

    /// An identifier, or its object when that was asked for.
    func reference(_ id: String, _ expansion: Expansion?, _ object: (Expansion) -> JSON) -> JSON {
        expansion.map(object) ?? .text(id)
    }

    private func error(_ refusal: Refusal) -> JSON {
        [
            "type": "card_error",
            "code": .text(refusal.code),
            "decline_code": .optional(refusal.declineCode),
            "message": .text(refusal.sentence),
        ]
    }
}
