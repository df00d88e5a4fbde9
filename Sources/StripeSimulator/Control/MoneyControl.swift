import Accounting
import Web

extension Simulator {
    /// What the freelancer, the customer's bank and Stripe do with the money; false when the path names nothing of it.
    mutating func controlMoney(_ path: [String], _ form: Form) -> Bool {
        let amount = form["euros"].map { Cents(euros: $0)?.value ?? 0 } ?? form["amount"].flatMap { Int64($0) }
        switch path.four {
        case ("payments", let id, "succeed", ""): settle(id, succeeds: true)
        case ("payments", let id, "fail", ""): settle(id, succeeds: false)
        case ("payments", let id, "refund", ""):
            refund(id, amount: amount, reason: form["reason"], isPending: form["status"] == "pending")
        case ("payments", let id, "dispute", ""): openDispute(id, amount: amount, reason: form["reason"])
        case ("payments", let id, "balance", ""): releaseBalance(of: id)
        case ("refunds", let id, "succeed", ""): settle(refund: id, as: .succeeded)
        case ("refunds", let id, "fail", ""): settle(refund: id, as: .failed)
        case ("refunds", let id, "cancel", ""): settle(refund: id, as: .canceled)
        case ("disputes", let id, "review", ""): settle(dispute: id, as: .reviewed)
        case ("disputes", let id, "win", ""): settle(dispute: id, as: .won)
        case ("disputes", let id, "lose", ""): settle(dispute: id, as: .lost)
        case ("accounts", let id, "payout", ""): payOut(id)
        case ("accounts", let id, "manual-payout", ""): payOut(id, isAutomatic: false)
        case ("payouts", let id, "send", ""): settle(payout: id, as: .sent)
        case ("payouts", let id, "pay", ""): settle(payout: id, as: .paid)
        case ("payouts", let id, "fail", ""): settle(payout: id, as: .failed)
        default: return false
        }
        return true
    }
}
