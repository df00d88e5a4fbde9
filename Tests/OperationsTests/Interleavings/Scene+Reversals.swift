import Accounting
import OperationsTestSupport
import StripeSimulator
import StripeTestSupport
import TestSupport

// What goes back at Stripe, and what goes on to the bank.

extension Scene {
    /// The freelancer gives money back at Stripe.
    func refund() throws {
        guard let money = any(of: story.stripe.state.receivedMoney) else { return }
        let amount = lot.once(in: 2) ? nil : Cents(lot.draw(1...money.amount))
        let isPending = lot.once(in: 2)
        let refund = story.stripe.refund(money.payment, amount: amount, isPending: isPending)
        say(
            "refund \(money.payment.suffix(6)) \(amount?.value ?? money.amount)\(isPending ? " later" : ""): \(refund ?? "none")"
        )
        try tellAtOnce()
    }

    func refundEnds() throws {
        let state = story.stripe.state
        let answered = last[.reversal].filter { $0.other != nil && $0.word == "refund done" }
        let refunds = state.receivedMoney.flatMap { state.refunds(ofPayment: $0.payment) }
        // One that was answered by a credit note, and then fails, is rare.
        guard let refund = any(of: answered)?.reference ?? any(of: refunds),
            let word = answered.isEmpty ? any(of: ["succeed", "succeed", "fail", "cancel"]) : "fail"
        else { return }
        say("refund \(refund.suffix(6)): \(word)")
        story.stripe.control("refunds/\(refund)/\(word)")
        try tellAtOnce()
    }

    /// A client complains to the bank.
    func dispute() throws {
        guard let money = any(of: story.stripe.state.receivedMoney) else { return }
        say("dispute \(money.payment.suffix(6)): \(story.stripe.dispute(money.payment) ?? "none")")
        try tellAtOnce()
    }

    func disputeEnds() throws {
        let state = story.stripe.state
        guard let dispute = any(of: state.receivedMoney.flatMap { state.disputes(ofPayment: $0.payment) }),
            let word = any(of: ["win", "lose", "review"])
        else { return }
        say("dispute \(dispute.suffix(6)): \(word)")
        story.stripe.control("disputes/\(dispute)/\(word)")
        try tellAtOnce()
    }

    func payOut() throws {
        guard let account = any(of: try accounts()) else { return }
        say("pay out")
        guard let payout = story.stripe.payOut(account), let word = any(of: ["send", "pay", "fail"]) else { return }
        story.stripe.control("payouts/\(payout)/\(word)")
    }

    /// Half of what Stripe does is told and acted on before anything else happens.
    private func tellAtOnce() throws {
        guard lot.once(in: 2) else { return }
        for event in story.stripe.deliverEvents() { try knock(event) }
        try errands()
    }
}
