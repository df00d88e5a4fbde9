import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Payments
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

/// What was really taken of a payment, and what Stripe sends to the bank.
@Suite(.database(.needme)) struct `What Stripe's balance says` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
    }

    @Test(arguments: [true, false])
    func `of a payment is noted beside what was announced, and the register stays gross`(
        byReturn: Bool
    ) throws {
        let session = try story.pay(bill)
        if byReturn { try story.comeBack(bill, session: session) }
        try story.settleDown()
        let payment = try #require(try story.reader.payments(of: bill.id).first)
        #expect(payment.fees == PaymentFees(platform: Commission.on(Cents(135_000)), stripe: .zero))
        #expect(try story.books(of: bill).lines == [Cents(135_000)])
        let page = try Browser(story, of: freelancer).open("/factures/\(bill.id)").text
        #expect(
            page.contains(
                "Frais réels\u{A0}: 23,20\u{202F}€ (annoncés\u{A0}: 23,20\u{202F}€), net 1\u{202F}326,80\u{202F}€"
            )
        )
    }

    @Test func `is waited for while Stripe has not written it`() throws {
        story.stripe.faults.delaysBalance = true
        let session = try story.pay(bill)
        try story.settleDown()
        let payment = try #require(try story.reader.payments(of: bill.id).first)
        #expect(payment.confirmedAt != nil)
        #expect(payment.fees == nil)
        story.stripe.releaseBalance(try story.payment(of: session))
        story.wait(seconds: 3_600)
        try story.doErrands()
        #expect(try story.reader.payment(payment.id)?.fees?.platform == Cents(2_320))
    }

    @Test func `is not waited for without end`() throws {
        story.stripe.faults.delaysBalance = true
        try story.pay(bill)
        try story.deliver()
        for _ in 1...70 {
            try story.doErrands()
            story.wait(seconds: 3_600)
        }
        #expect(try story.doErrands() == [])
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `adds up to each payout, to the cent`() throws {
        let session = try story.pay(bill)
        let next = try story.bill(from: freelancer, [.line("Maquette", "3", "33,33")])
        try story.pay(next)
        try story.settleDown()
        story.stripe.refund(try story.payment(of: session), amount: Cents(1_234))
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID))
        let reference = try #require(story.stripe.payOut(account.account))
        try story.settleDown()
        let payout = try #require(try story.reader.payouts(of: freelancer.companyID).first)
        let lines = try story.reader.lines(ofPayout: payout.id)
        #expect(payout.reference == reference)
        #expect(lines.count == 3)
        #expect(lines.map(\.net).sum == payout.amount)
        #expect(lines.allSatisfy { $0.amount - $0.fee == $0.net })
        #expect(Set(lines.compactMap(\.number)) == [bill.number.text, next.number.text])
        let news = try #require(try story.reader.notifications(of: freelancer.companyID).first { $0.kind == .payout })
        #expect(news.amount == payout.amount)
        #expect(news.day == payout.arrivesOn)
    }

    @Test func `of a payout that the bank refuses is told once`() throws {
        try story.pay(bill)
        try story.settleDown()
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID))
        let payout = try #require(story.stripe.payOut(account.account))
        try story.settleDown()
        story.stripe.control("payouts/\(payout)/fail")
        try story.settleDown()
        try story.settleDown()
        #expect(try story.reader.payouts(of: freelancer.companyID).first?.state == .failed)
        #expect(try story.reader.notifications(of: freelancer.companyID).count { $0.kind == .payoutFailed } == 1)
    }
}
