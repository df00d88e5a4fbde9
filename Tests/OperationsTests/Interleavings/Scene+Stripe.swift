import Accounting
import MariaDB
import OperationsTestSupport
import StripeSimulator
import StripeTestSupport
import TestSupport

// What Stripe does, and what goes wrong between it and us.

extension Scene {
    /// Stripe knocks with what it has to tell, in any order; some of it is lost on the way.
    func knock() throws {
        for event in story.stripe.deliverEvents().shuffled(using: &lot) {
            if lot.once(in: 6) {
                say("lost \(event.type)")
            } else {
                try knock(event)
            }
        }
    }

    /// Half of what Stripe does is told and acted on before anything else happens.
    private func tellAtOnce() throws {
        guard lot.once(in: 2) else { return }
        for event in story.stripe.deliverEvents() { try knock(event) }
        try errands()
    }

    /// Stripe knocks once more with anything that ever happened.
    func knockAgain() throws {
        for _ in 0..<lot.draw(1...4) {
            guard let event = any(of: story.stripe.state.eventIdentifiers) else { return }
            try send(event)
        }
    }

    /// Stripe sends one event again.
    func send(_ event: String) throws {
        story.stripe.control("events/\(event)/resend")
        for event in story.stripe.deliverEvents() { try knock(event) }
    }

    private func knock(_ event: SignedEvent) throws {
        say("knock \(event.type)")
        let status = try story.knock(event, in: office(.webhook))
        // A connection that is cut keeps Stripe from being answered; everything else is taken.
        guard status == 200 || cutting != nil || story.stripe.faults.signing != .right else {
            throw SceneFailure("Stripe was answered \(status) for \(event.type)")
        }
    }

    func expire() {
        guard let page = any(of: pages) else { return }
        say("expire \(page.session.suffix(6))")
        story.stripe.control("sessions/\(page.session)/expire")
    }

    /// A delayed payment succeeds or fails.
    func delayedEnds() {
        guard let payment = any(of: story.stripe.state.paymentsUnderWay) else { return }
        let word = lot.once(in: 2) ? "succeed" : "fail"
        say("delayed \(payment.suffix(6)): \(word)")
        story.stripe.control("payments/\(payment)/\(word)")
    }

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

    /// Something happens to an account at Stripe.
    func account() throws {
        guard let account = any(of: try accounts()) else { return }
        let isRevoked = story.stripe.state.isRevoked(account: account)
        guard let word = isRevoked ? "readmit" : any(of: ["revoke", "restrict", "enable", "enable", "warn"]) else {
            return
        }
        say("account \(account.suffix(6)): \(word)")
        if word == "revoke" { lostAccounts.insert(account) }
        story.stripe.control("accounts/\(account)/\(word)")
    }

    /// Events are treated otherwise from now on.
    func events() {
        var faults = Faults()
        faults.duplicatesEvents = lot.once(in: 3)
        faults.losesEvents = lot.once(in: 4)
        faults.reversesEvents = lot.once(in: 4)
        faults.shufflesEvents = lot.once(in: 3)
        faults.cutsEvents = lot.once(in: 4)
        faults.delaySeconds = lot.once(in: 4) ? lot.draw(1...600) : 0
        faults.delaysBalance = lot.once(in: 3)
        faults.delaysPayments = false
        say("faults")
        story.stripe.faults = faults
    }

    /// The next calls of the API go wrong.
    func trouble() {
        let statuses = [429, 409, 500, 503]
        story.stripe.faults.nextStatuses = (0..<lot.draw(0...4)).map { _ in any(of: statuses) ?? 503 }
        story.stripe.faults.lostAnswers = Int(lot.draw(0...3))
        say("trouble \(story.stripe.faults.nextStatuses), \(story.stripe.faults.lostAnswers) lost")
    }

    /// Minutes, hours or days go by.
    func time() {
        let seconds: Int64 =
            switch lot.draw(1...10) {
            case 1...5: lot.draw(1...600)
            case 6...8: lot.draw(600...9_000)
            case 9: lot.draw(9_000...172_800)
            default: lot.draw(172_800...1_300_000)
            }
        say("\(seconds) s go by")
        story.wait(seconds: seconds)
    }

    /// The company's accounts, oldest first.
    func accounts() throws -> [String] {
        try books.rows("SELECT account FROM stripe_accounts WHERE company_id = \(companyID) ORDER BY id")
            .map { try $0["account"] }
    }
}
