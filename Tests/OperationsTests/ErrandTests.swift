import Accounting
import MariaDB
import Operations
import OperationsTestSupport
import Payments
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `An errand` {
    let story = Story()
    let bill: Bill

    init() throws {
        bill = try story.payableBill()
        try story.pay(bill)
        try story.deliver()
        // The letter that the payment also leaves is the subject of another suite.
        try story.forge("DELETE FROM outbox WHERE kind = 'mail_receipt'")
    }

    @Test func `confirms a payment that an event has settled`() throws {
        let payment = try #require(try story.reader.payments(of: bill.id).first)
        #expect(payment.confirmedAt == nil)
        #expect(try story.doErrands().count == 1)
        #expect(try story.reader.payment(payment.id)?.confirmedAt == story.now)
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `tells the freelancer when Stripe does not confirm`() throws {
        try story.forge("UPDATE payment_attempts SET session = 'cs_test_other' WHERE invoice_id = \(bill.id)")
        let other = try story.bill(from: try story.connectedFreelancer("paul@exemple.fr"))
        let session = story.session(at: try story.click(other))
        try story.forge("DELETE FROM payment_attempts WHERE session = \(session)")
        try story.forge(
            """
            UPDATE payment_attempts SET session = \(session), account = (SELECT account FROM stripe_accounts
                WHERE company_id = \(try story.companyID(of: other))) WHERE invoice_id = \(bill.id)
            """
        )
        try story.doErrands()
        #expect(try story.books(of: bill).news == [.receipt, .discrepancy])
        #expect(try story.reader.payments(of: bill.id).first?.confirmedAt == nil)
    }

    @Test func `is tried again after growing pauses, and says why it failed`() throws {
        var pauses: [Int64] = []
        for _ in 1...4 {
            story.stripe.faults.nextStatuses = [503, 503, 503]
            #expect(try story.doErrands().count == 1)
            pauses.append(try secondsUntilDue())
            story.wait(seconds: pauses.last ?? 0)
        }
        #expect(pauses == [10, 20, 40, 80])
        let row = try #require(try story.database.connect().row("SELECT last_error FROM outbox"))
        let reason: String = try row["last_error"]
        #expect(reason.contains("503"))
        #expect(try story.doErrands().count == 1)
        #expect(try story.doErrands() == [])
    }

    @Test func `is never put off for more than an hour`() throws {
        try story.forge("UPDATE outbox SET tries = 60")
        story.stripe.faults.nextStatuses = [503, 503, 503]
        try story.doErrands()
        #expect(try secondsUntilDue() == 3_600)
    }

    @Test func `about an account that is gone is given up after nearly two days`() throws {
        let account = try #require(try story.reader.connectedAccount(of: try story.companyID(of: bill)))
        story.stripe.control("accounts/\(account.account)/revoke")
        try story.forge("UPDATE outbox SET tries = 53")
        try story.doErrands()
        #expect(try secondsUntilDue() == 3_600, "It may be connected again.")
        story.wait(seconds: 3_600)
        try story.doErrands()
        #expect(try story.count("outbox WHERE done_at IS NULL") == 0)
    }

    /// While a newer version is rolled out, its responders leave errands that the older worker does not know.
    @Test func `of a kind that this program does not know waits for another worker, and keeps no other waiting`() throws
    {
        try story.forge(
            """
            INSERT INTO outbox (kind, subject, due_at, created_at) VALUES ('of_tomorrow', 1, '2020-01-01', '2020-01-01')
            """
        )
        #expect(try story.doErrands().count == 1)
        #expect(try story.count("outbox WHERE done_at IS NULL AND kind = 'of_tomorrow' AND tries = 0") == 1)
    }

    @Test func `is taken by one worker only`() throws {
        let database = story.database
        let now = story.now
        let outcomes = race(4) { _ in
            try Store(database.connect(as: .work)).write { writer in
                try writer.takeErrand(at: now, leaseUntil: now.adding(seconds: 60))
            }
        }
        #expect(try outcomes.compactMap { try $0.get() }.count == 1)
    }

    @Test func `is taken only by a worker of its lane`() throws {
        #expect(try story.count("outbox WHERE done_at IS NULL AND kind = 'confirm_payment'") == 1)
        let office = story.office(of: .work)
        #expect(try DoErrand(in: [.mail]).run(in: office, stripe: story.stripe.line, mail: story.mail) == .idle)
        guard case .done = try DoErrand(in: [.stripe]).run(in: office, stripe: story.stripe.line, mail: story.mail)
        else {
            Issue.record("the errand was not done")
            return
        }
    }

    @Test func `of a worker that died is another one's after a minute`() throws {
        let (store, now) = (Store(story.database.connect(as: .work)), story.now)
        let lease = now.adding(seconds: 60)
        _ = try store.write { try $0.takeErrand(at: now, leaseUntil: lease) }
        #expect(try story.doErrands() == [])
        story.wait(seconds: 60)
        #expect(try story.doErrands().count == 1)
    }

    @Test func `is left again when it is asked for while it is being done`() throws {
        let (store, now) = (Store(story.database.connect(as: .work)), story.now)
        try story.doErrands()
        try store.write { try $0.leave(.readAccount, about: 1, at: now) }
        let taken = try store.write { try $0.takeErrand(at: now, leaseUntil: now.adding(seconds: 60)) }
        try store.write { try $0.leave(.readAccount, about: 1, at: now) }
        let errand = try #require(taken)
        try store.write { try $0.finish(errand, at: now) }
        #expect(try story.doErrands().count == 1)
    }

    @Test func `is left once, as long as nobody has taken it`() throws {
        let (store, now) = (Store(story.database.connect(as: .work)), story.now)
        try story.doErrands()
        for _ in 1...3 { try store.write { try $0.leave(.readAccount, about: 1, at: now) } }
        #expect(try story.count("outbox") == 2)
        try story.doErrands()
        try store.write { try $0.leave(.readAccount, about: 1, at: now) }
        #expect(try story.count("outbox") == 3)
    }

    @Test func `reads an account that Stripe has changed, and tells its owner`() throws {
        let companyID = try story.companyID(of: bill)
        let account = try #require(try story.reader.connectedAccount(of: companyID))
        story.stripe.control("accounts/\(account.account)/restrict")
        try story.deliver()
        try story.doErrands()
        #expect(try story.reader.connectedAccount(of: companyID)?.state == .actionRequired)
        #expect(try story.reader.notifications(of: companyID).first?.kind == .accountAction)
    }

    private func secondsUntilDue() throws -> Int64 {
        let row = try #require(try story.database.connect().row("SELECT due_at FROM outbox WHERE done_at IS NULL"))
        let due: Instant = try row["due_at"]
        return due.seconds - story.now.seconds
    }
}
