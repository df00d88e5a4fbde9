extension Simulator {
    /// What the platform earned, an object of its own account.
    func applicationFee(_ payment: PaymentRecord) -> JSON {
        [
            "id": .text(payment.part("fee_")),
            "object": "application_fee",
            "account": .text(payment.account),
            "amount": .optional(payment.applicationFee),
            "amount_refunded": 0,
            "application": .text(settings.clientID),
            "charge": .text(payment.part("ch_")),
            "created": .integer(payment.chargedAt),
            "currency": .text(payment.currency),
            "livemode": false,
            "refunded": false,
        ]
    }
}
