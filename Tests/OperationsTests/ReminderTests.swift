import Accounting
import Curl
import Invoicing
import MariaDB
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

    /// To so many days after the due date, in the morning.
    private func go(_ days: Int) { story.goToMorning(30 + days) }

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
        let today = story.now.parisDay
        #expect(try story.reader.reminderProposalCount(of: freelancer.companyID, on: today, upTo: 9) == 1)
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
        story.wait(seconds: 3_600)
        story.stripe.faults.nextStatuses = Array(repeating: 503, count: 12)
        try story.doErrands()
        #expect(mails.isEmpty)
        #expect(try reminders().map(\.state) == [.planned])
    }

    @Test func `waits while the client may be in front of Stripe's page, and goes when they have left it`() throws {
        go(0)
        try story.click(bill)
        try story.remind()
        #expect(mails.isEmpty)
        #expect(try reminders().map(\.state) == [.planned])
        story.wait(seconds: 3_600)
        try story.doErrands()
        #expect(mails.count == 1)
    }

    @Test func `that the mail server puts off is not sent before Stripe was asked again`() throws {
        go(0)
        story.mailAnswers = [.success(.refusedForNow(code: 450))]
        try story.remind()
        #expect(try reminders().map(\.state) == [.checked])
        try story.pay(bill)
        story.wait(seconds: 600)
        story.mailAnswers = []
        let tried = mails.count
        try story.doErrands()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
        #expect(mails.count == tried)
        #expect(try reminders().map(\.state) == [.dropped])
        #expect(try story.reader.sendings(of: bill.id).isEmpty)
    }

    @Test func `that the mail server put off goes out later`() throws {
        go(0)
        story.mailAnswers = [.success(.refusedForNow(code: 450))]
        try story.remind()
        story.wait(seconds: 600)
        try story.doErrands()
        #expect(mails.count == 2)
        #expect(try reminders().map(\.state) == [.sent])
        #expect(try story.reader.sendings(of: bill.id).count == 1)
    }

    @Test func `does not leave at night`() throws {
        go(0)
        story.wait(seconds: -8 * 3_600)
        try story.remind()
        #expect(try reminders().isEmpty)
    }

    @Test func `is not sent for somebody who has not confirmed their address`() throws {
        try story.forge("UPDATE users SET confirmed_at = NULL")
        go(0)
        try story.remind()
        #expect(try reminders().isEmpty)
        #expect(throws: UnconfirmedAddress()) {
            try RemindClient(companyID: freelancer.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        }
    }

    @Test func `that the seller does not want is proposed no more`() throws {
        go(0)
        try RemindClient(companyID: freelancer.companyID, invoiceID: bill.id, isWanted: false)
            .run(in: story.office(of: .dashboard))
        try story.remind()
        #expect(mails.isEmpty)
        #expect(try reminders().map(\.state) == [.dropped])
        let today = story.now.parisDay
        #expect(try story.reader.reminderProposalCount(of: freelancer.companyID, on: today, upTo: 9) == 0)
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
