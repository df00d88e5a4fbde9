import Accounting
import Curl
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `A reminder` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
        try MarkAsSent(companyID: freelancer.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        try story.keepReminders(true, of: freelancer)
    }

    /// The mails to the client, whose owner gets others.
    private var mails: [String] {
        story.mails.filter { $0.envelope.recipients == ["compta@atelier-durand.exemple"] }
            .compactMap { $0.field("Subject") }
    }

    /// To so many days after the due date, a little after midnight in Paris.
    private func go(_ days: Int) {
        story.now = Instant(seconds: (Story.start.parisDay.number + 30 + Int64(days)) * 86_400 + 3_600)
    }

    private func reminders() throws -> [Reminder] { try story.reader.reminders(of: bill.id) }

    @Test func `goes out at each step, once, with words of its own`() throws {
        go(-4)
        try story.remind()
        #expect(mails.isEmpty)
        for days in [-3, 0, 3, 7] {
            go(days)
            for _ in 1...2 { try story.remind() }
        }
        #expect(mails.count == 4)
        #expect(Set(mails).count == 4)
        #expect(try reminders().map(\.step) == ReminderStep.allCases)
        #expect(try reminders().allSatisfy { $0.state == .sent })
    }

    @Test func `stays a proposal until the texts were read and the switch is on`() throws {
        try story.keepReminders(false, of: freelancer)
        go(0)
        try story.remind()
        #expect(mails.isEmpty)
        let proposals = try story.reader.reminderProposals(of: freelancer.companyID, on: story.now.parisDay, limit: 9)
        #expect(proposals.map(\.step) == [.onTheDay])
        try RemindClient(companyID: freelancer.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        try story.doErrands()
        #expect(mails.count == 1)
        #expect(
            try story.reader.reminderProposals(of: freelancer.companyID, on: story.now.parisDay, limit: 9).isEmpty
        )
    }

    @Test func `C5: is not sent when the client has just paid and no event has told`() throws {
        go(0)
        try story.pay(bill)
        try story.remind()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
        #expect(mails.isEmpty)
        #expect(try reminders().map(\.state) == [.dropped])
    }

    @Test func `A9: is not sent while a delayed payment is under way`() throws {
        go(0)
        story.stripe.faults.delaysPayments = true
        try story.pay(bill)
        try story.remind()
        #expect(mails.isEmpty)
    }

    @Test func `A18: is not sent while the client disputes a payment, nor after a refund`() throws {
        go(0)
        let payment = try story.payment(of: try story.pay(bill))
        try story.settleDown()
        story.stripe.refund(payment)
        try story.settleDown()
        try story.remind()
        #expect(mails.isEmpty)
    }

    @Test func `is not sent while Stripe does not answer`() throws {
        go(0)
        try story.click(bill)
        try PlanReminders().run(in: story.office(of: .work))
        story.stripe.faults.nextStatuses = Array(repeating: 503, count: 12)
        try story.doErrands()
        #expect(mails.isEmpty)
        #expect(try reminders().map(\.state) == [.planned])
    }

    @Test func `is not sent of an invoice that was paid by hand, cancelled or never sent`() throws {
        try story.receive(Cents(135_000), for: bill)
        let cancelled = try story.bill(from: freelancer)
        try MarkAsSent(companyID: freelancer.companyID, invoiceID: cancelled.id).run(in: story.office(of: .dashboard))
        try story.credit(cancelled)
        _ = try story.bill(from: freelancer)
        go(0)
        try story.remind()
        #expect(mails.isEmpty)
    }

    @Test func `of another company's invoice is not found`() throws {
        let stranger = try story.freelancer("paul@exemple.fr")
        #expect(throws: NotFound()) {
            try RemindClient(companyID: stranger.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        }
    }
}
