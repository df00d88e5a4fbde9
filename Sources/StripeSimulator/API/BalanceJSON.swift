extension Simulator {
    /// The payment's line on the freelancer's balance.
    ///
    /// The platform pays Stripe's own fees (`controller.fees.payer = application`), so the application fee is the only one here.
    func balanceTransaction(_ payment: PaymentRecord) -> JSON {
        let fee = payment.applicationFee ?? 0
        return [
            "id": .text(payment.part("txn_")),
            "object": "balance_transaction",
            "amount": .integer(payment.amount),
            "available_on": .integer(payment.chargedAt + 7 * 86_400),
            "created": .integer(payment.chargedAt),
            "currency": .text(payment.currency),
            "exchange_rate": nil,
            "fee": .integer(fee),
            "fee_details": fee == 0
                ? []
                : [
                    [
                        "amount": .integer(fee),
                        "application": "ca_simulator",
                        "currency": .text(payment.currency),
                        "description": "NeedMe application fee",
                        "type": "application_fee",
                    ]
                ],
            "net": .integer(payment.amount - fee),
            "reporting_category": "charge",
            "source": .text(payment.part("ch_")),
            "status": "pending",
            "type": "charge",
        ]
    }

    /// What the platform earned, an object of its own account.
    func applicationFee(_ payment: PaymentRecord) -> JSON {
        [
            "id": .text(payment.part("fee_")),
            "object": "application_fee",
            "account": .text(payment.account),
            "amount": .optional(payment.applicationFee),
            "amount_refunded": 0,
            "application": "ca_simulator",
            "charge": .text(payment.part("ch_")),
            "created": .integer(payment.chargedAt),
            "currency": .text(payment.currency),
            "livemode": false,
            "refunded": false,
        ]
    }

    /// A customer's complaint to the bank.
    func dispute(_ payment: PaymentRecord) -> JSON {
        [
            "id": .text(payment.part("du_")),
            "object": "dispute",
            "amount": .integer(payment.amount),
            "charge": .text(payment.part("ch_")),
            "created": .integer(time),
            "currency": .text(payment.currency),
            "livemode": false,
            "payment_intent": .text(payment.id),
            "reason": "fraudulent",
            "status": "needs_response",
        ]
    }
}
