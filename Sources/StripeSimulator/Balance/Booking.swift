/// Why a line stands on a balance, with the words of Stripe ("Balance transaction types", "Reporting categories").
enum BalanceKind {
    case charge, refund, refundFailure, dispute, disputeReversal, payout, payoutFailure

    var type: String {
        switch self {
        case .charge: "charge"
        case .refund: "refund"
        case .refundFailure: "refund_failure"
        case .dispute, .disputeReversal: "adjustment"
        case .payout: "payout"
        case .payoutFailure: "payout_failure"
        }
    }

    var category: String {
        switch self {
        case .charge: "charge"
        case .refund: "refund"
        case .refundFailure: "refund_failure"
        case .dispute: "dispute"
        case .disputeReversal: "dispute_reversal"
        case .payout: "payout"
        case .payoutFailure: "payout_reversal"
        }
    }

    /// Whether the money leaves.
    var isTaken: Bool { self == .refund || self == .dispute || self == .payout }
}

extension Simulator {
    /// Puts a line on a balance, and answers its identifier.
    @discardableResult
    mutating func book(_ kind: BalanceKind, _ amount: Int64, of source: String, on account: String) -> String {
        let id = newIdentifier("txn_")
        let ownFees = state.account(account)?.dashboard == .full && kind == .dispute
        append(kind, amount, id: id, of: source, on: account, fees: ownFees ? [Self.disputeFee] : [])
        return id
    }

    /// Puts a payment on the freelancer's balance.
    mutating func bookCharge(_ payment: String) {
        guard let record = state.payment(payment), state.line(record.part("txn_")) == nil else { return }
        let id = record.part("txn_")
        append(.charge, record.amount, id: id, of: record.part("ch_"), on: record.account, fees: fees(of: record))
    }

    private mutating func append(
        _ kind: BalanceKind,
        _ amount: Int64,
        id: String,
        of source: String,
        on account: String,
        fees: [BalanceRecord.Fee]
    ) {
        state.balance.append(
            BalanceRecord(
                id: id,
                account: account,
                created: time,
                availableOn: kind == .charge ? time + 7 * 86_400 : time,
                amount: kind.isTaken ? -amount : amount,
                currency: "eur",
                fees: fees,
                type: kind.type,
                category: kind.category,
                source: source
            )
        )
    }

    /// An account that the platform made pays the application fee alone, for the platform pays Stripe's own
    /// (`controller.fees.payer = application`); an existing account pays both.
    private func fees(of payment: PaymentRecord) -> [BalanceRecord.Fee] {
        var fees: [BalanceRecord.Fee] = []
        if let fee = payment.applicationFee { fees.append(BalanceRecord.Fee(amount: fee, isApplicationFee: true)) }
        if state.account(payment.account)?.dashboard == .full {
            let fee = (payment.amount * 15 + 500) / 1_000 + 25
            fees.append(BalanceRecord.Fee(amount: fee, isApplicationFee: false))
        }
        return fees
    }

    /// What Stripe takes for a dispute: 20 €.
    private static let disputeFee = BalanceRecord.Fee(amount: 2_000, isApplicationFee: false)

    /// A payment's line that was late comes (Stripe, "Asynchronous capture": `charge.updated` tells it).
    mutating func releaseBalance(of payment: String) {
        guard let record = state.payment(payment), record.status == .succeeded, state.line(record.part("txn_")) == nil
        else { return }
        bookCharge(payment)
        emit("charge.updated", account: record.account, charge(record))
    }
}
