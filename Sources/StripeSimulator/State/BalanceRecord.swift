/// A line on an account's balance, Stripe's « balance transaction ».
struct BalanceRecord: Codable, Sendable, Equatable, Identifiable {
    /// `txn_…`.
    let id: String
    let account: String
    let created: Int64
    let availableOn: Int64
    /// Before the fees; below zero when money leaves.
    let amount: Int64
    let currency: String
    let fees: [Fee]
    /// `charge`, `refund`, `refund_failure`, `adjustment`, `payout` or `payout_failure`.
    let type: String
    /// `charge`, `refund`, `refund_failure`, `dispute`, `dispute_reversal`, `payout` or `payout_reversal`.
    let category: String
    /// What it comes from: `ch_…`, `re_…`, `du_…` or `po_…`.
    let source: String
    /// The payout that it went to the bank with, or that it is itself.
    var payout: String?

    /// A part of what a line costs.
    struct Fee: Codable, Sendable, Equatable {
        let amount: Int64
        /// True for what the platform takes, false for what Stripe takes.
        let isApplicationFee: Bool
    }

    var fee: Int64 { fees.reduce(0) { $0 + $1.amount } }
    var net: Int64 { amount - fee }
}
