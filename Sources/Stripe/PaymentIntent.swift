import Accounting

/// The payment of a Checkout Session: only its identifier, or the whole object when the request asked for it
/// (`expand[]=payment_intent.latest_charge.balance_transaction`).
struct PaymentIntent: Decodable {
    let id: String
    /// When the money was taken.
    let chargedAt: Instant?
    /// Its line on the seller's balance; nil until Stripe has written it.
    let balance: BalanceTransaction?
    /// True when what the customer chose did not go through and another means is wanted.
    let hasFailed: Bool

    private enum Key: String, CodingKey {
        case id, status
        case latestCharge = "latest_charge"
    }

    init(from decoder: any Decoder) throws {
        if let id = try? decoder.singleValueContainer().decode(String.self) {
            self.id = id
            chargedAt = nil
            balance = nil
            hasFailed = false
            return
        }
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        let status = try values.decodeIfPresent(String.self, forKey: .status)
        hasFailed = status == "requires_payment_method" || status == "canceled"
        // Not expanded, the charge is an identifier, which says nothing of its time.
        let charge = try? values.decodeIfPresent(Charge.self, forKey: .latestCharge)
        balance = charge?.balance
        chargedAt = status == "succeeded" ? charge?.created.instant : nil
    }

    private struct Charge: Decodable {
        let created: Timestamp
        let balance: BalanceTransaction?

        private enum Key: String, CodingKey {
            case created
            case balance = "balance_transaction"
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            created = try values.decode(Timestamp.self, forKey: .created)
            // Not expanded, the line is an identifier.
            balance = try? values.decodeIfPresent(BalanceTransaction.self, forKey: .balance)
        }
    }
}
