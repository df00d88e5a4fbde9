import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Payments
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

/// What Stripe has and we have not, and the reverse (« Écarts »).
@Suite(.database(.needme)) struct `Comparing with Stripe` {
    let story = Story()
    let bill: Bill
    private let total = Cents(135_000)

    init() throws {
        bill = try story.payableBill()
    }

    @Test func `finds nothing to say when both say the same`() throws {
        try story.pay(bill)
        try story.settleDown()
        story.wait(seconds: 3_601)
        #expect(try story.reconcile() == [])
        #expect(try story.books(of: bill) == .paid(total))
        #expect(try discrepancies().isEmpty)
    }

    @Test func `settles what was paid and told to nobody, on an attempt that was given up`() throws {
        story.stripe.faults.losesEvents = true
        try story.pay(bill)
        try story.giveUpAttempts(of: bill)
        story.wait(seconds: 3_601)
        try story.reconcile()
        #expect(try story.books(of: bill) == .paid(total))
    }

    @Test func `comes back to an account every hour, and not before`() throws {
        story.wait(seconds: 3_601)
        try story.reconcile()
        story.stripe.faults.losesEvents = true
        try story.pay(bill)
        try story.giveUpAttempts(of: bill)
        story.wait(seconds: 3_599)
        try story.reconcile()
        #expect(try story.books(of: bill) == .awaiting(total))
        story.wait(seconds: 2)
        try story.reconcile()
        #expect(try story.books(of: bill) == .paid(total))
    }

    @Test func `looks back to the last time that it was done, however long Stripe or we were away`() throws {
        story.stripe.faults.losesEvents = true
        try story.pay(bill)
        try story.giveUpAttempts(of: bill)
        let companyID = try story.companyID(of: bill)
        let before = try #require(try story.reader.connectedAccount(of: companyID)?.reconciledAt)
        for _ in 1...5 {
            story.wait(seconds: 86_400)
            story.stripe.faults.nextStatuses = [503, 503, 503]
            #expect(try story.reconcile().count == 1)
            #expect(try story.reconcile() == [], "It went to the end of the line.")
        }
        #expect(try story.reader.connectedAccount(of: companyID)?.reconciledAt == before)
        story.wait(seconds: 3_601)
        #expect(try story.reconcile() == [])
        #expect(try story.books(of: bill) == .paid(total))
        #expect(try story.reader.connectedAccount(of: companyID)?.reconciledAt == story.now)
    }

    @Test func `an event of a session of ours that is unknown is kept, and settled when the attempt appears`() throws {
        let session = try story.pay(bill)
        try hideAttempt(of: session)
        #expect(try Set(story.deliver()) == [200])
        #expect(try outcome() == .waiting)
        #expect(try story.doErrands().count == 1)
        #expect(try outcome() == .waiting)
        try showAttempt(of: session)
        story.wait(seconds: 20)
        try story.doErrands()
        #expect(try outcome() == .settled)
        #expect(try story.books(of: bill) == .paid(total))
    }

    @Test func `a session of ours that stays unknown is an écart, told once and replayed into what waits for a person`()
        throws
    {
        let session = try story.pay(bill)
        try loseAttempt(of: session)
        try story.deliver()
        for _ in 1...12 {
            try story.doErrands()
            story.wait(seconds: 60)
        }
        #expect(try outcome() == .unrecorded)
        story.wait(seconds: 3_601)
        try story.reconcile()
        #expect(try discrepancies().map(\.kind) == [.unrecorded])
        #expect(try story.books(of: bill).news == [.discrepancy])
        #expect(try replay() == .setAside)
        #expect(try story.books(of: bill).quarantine == [.unknownAttempt])
        #expect(try discrepancies().allSatisfy { $0.resolvedAt != nil })
        #expect(try replay() == .resolved)
        #expect(try story.books(of: bill).quarantine == [.unknownAttempt])
        let money = try #require(try story.waiting(of: bill).first)
        try AssignPayment(companyID: money.companyID, quarantinedID: money.id, invoiceID: bill.id)
            .run(in: story.office(of: .dashboard))
        try story.doErrands()
        let payment = try #require(try story.reader.payments(of: bill.id).first)
        #expect(payment.confirmedAt != nil)
        #expect(payment.fees?.platform == Commission.on(total))
    }

    @Test func `an écart whose attempt has come back is settled when it is replayed`() throws {
        let session = try story.pay(bill)
        try hideAttempt(of: session)
        story.wait(seconds: 3_601)
        try story.reconcile()
        #expect(try discrepancies().map(\.kind) == [.unrecorded])
        try showAttempt(of: session)
        #expect(try replay() == .resolved)
        #expect(try story.books(of: bill).state == .paid(total))
        #expect(try story.books(of: bill).quarantine == [])
    }

    /// Somebody with an account of their own writes into a session whatever they like.
    @Test(arguments: [true, false]) func `a session on another account that claims our attempt pays nothing of ours`(
        byEvent: Bool
    ) throws {
        let session = try story.pay(bill)
        let freelancer = try story.connectedFreelancer("paul@exemple.fr")
        let victim = try story.bill(from: freelancer)
        try story.click(victim)
        // The attempt that the session names is the victim's, of which Stripe never answered.
        try story.forge(
            """
            UPDATE payment_attempts SET id = id + 100, session = NULL, session_url = NULL, state = 'failed'
            WHERE invoice_id = \(victim.id)
            """
        )
        try story.forge("UPDATE payment_attempts SET id = id + 200, session = 'cs_other' WHERE session = \(session)")
        try story.forge(
            """
            UPDATE payment_attempts SET id = (SELECT id FROM (SELECT MIN(id) - 200 AS id FROM payment_attempts
                WHERE session = 'cs_other') a) WHERE invoice_id = \(victim.id)
            """
        )
        if byEvent { try story.settleDown() }
        story.wait(seconds: 3_601)
        try story.reconcile()
        try story.doErrands()
        #expect(try story.books(of: victim) == .awaiting(total))
        #expect(try discrepancies().map(\.kind) == [.unrecorded])
    }

    @Test func `an account's sessions of other sites are nobody's business here`() throws {
        let session = try story.pay(bill)
        try loseAttempt(of: session)
        let office = Office(
            store: Store(story.database.connect(as: .work)),
            outside: story.outside,
            publicOrigin: "https://other.test"
        )
        story.wait(seconds: 3_601)
        #expect(try Reconcile().run(in: office, stripe: story.stripe.line) == [])
        #expect(try discrepancies().isEmpty)
    }

    @Test func `a payment that Stripe does not confirm is an écart, and stands when it is replayed`() throws {
        try story.pay(bill)
        try story.deliver()
        let other = try story.bill(from: try story.connectedFreelancer("paul@exemple.fr"))
        let unpaid = story.session(at: try story.click(other))
        try story.forge("DELETE FROM payment_attempts WHERE session = \(unpaid)")
        try story.forge(
            """
            UPDATE payment_attempts SET session = \(unpaid), account = (SELECT account FROM stripe_accounts
                WHERE company_id = \(try story.companyID(of: other))) WHERE invoice_id = \(bill.id)
            """
        )
        try story.doErrands()
        #expect(try discrepancies().map(\.kind) == [.unconfirmed])
        #expect(try replay() == .stands)
        #expect(try discrepancies().allSatisfy { $0.resolvedAt == nil })
    }

    @Test func `a payment that Stripe confirms after all has its word and its fees noted`() throws {
        let session = try story.pay(bill)
        try story.deliver()
        let companyID = try story.companyID(of: bill)
        let account = try #require(try story.reader.connectedAccount(of: companyID)?.account)
        try story.forge("DELETE FROM outbox WHERE kind = 'confirm_payment'")
        try story.forge(
            """
            INSERT INTO discrepancies (company_id, invoice_id, account, session, kind, amount_cents, noticed_at)
            VALUES (\(companyID), \(bill.id), \(account), \(session), 'unconfirmed', 135000, \(story.now))
            """
        )
        #expect(try replay() == .resolved)
        try story.doErrands()
        let payment = try #require(try story.reader.payments(of: bill.id).first)
        #expect(payment.confirmedAt != nil)
        #expect(payment.fees != nil)
    }

    @Test func `a payment whose session Stripe does not know at all is an écart, and its errand ends`() throws {
        try story.pay(bill)
        try story.deliver()
        try story.forge("UPDATE payment_attempts SET session = 'cs_test_nowhere' WHERE invoice_id = \(bill.id)")
        try story.doErrands()
        #expect(try discrepancies().map(\.kind) == [.unconfirmed])
        #expect(try story.books(of: bill).news == [.receipt, .discrepancy])
        #expect(try story.doErrands() == [])
    }

    @Test func `an errand that Stripe refuses again and again is given up after two days, with its reason`() throws {
        try story.forge(
            "INSERT INTO outbox (kind, subject, due_at, created_at) VALUES ('mail_document', 99, \(story.now), \(story.now))"
        )
        for _ in 1...70 {
            try story.doErrands()
            story.wait(seconds: 3_600)
        }
        #expect(try story.doErrands() == [])
        let row = try #require(
            try story.database.connect().row("SELECT last_error FROM outbox WHERE kind = 'mail_document'")
        )
        let reason: String = try row["last_error"]
        #expect(reason.contains("NotFound"))
    }

    @Test func `an event that names a session first leaves it for the worker to ask about`() throws {
        let session = try story.pay(bill)
        try story.forge(
            "UPDATE payment_attempts SET session = NULL, state = 'failed', amount_cents = 1 WHERE session = \(session)"
        )
        try story.settleDown()
        #expect(try story.books(of: bill).quarantine == [.otherAmount])
    }

    @Test func `an écart that its owner has dismissed is not told again`() throws {
        let session = try story.pay(bill)
        try loseAttempt(of: session)
        for _ in 1...2 {
            story.wait(seconds: 3_601)
            try story.reconcile()
            for discrepancy in try discrepancies() {
                try DismissDiscrepancy(companyID: discrepancy.companyID, discrepancyID: discrepancy.id)
                    .run(in: story.office(of: .dashboard))
            }
        }
        #expect(try discrepancies().map(\.isStanding) == [false])
        #expect(try story.books(of: bill).news == [.discrepancy])
    }

    @Test func `another company's écart does not exist`() throws {
        let session = try story.pay(bill)
        try loseAttempt(of: session)
        story.wait(seconds: 3_601)
        try story.reconcile()
        let paul = try story.freelancer("paul@exemple.fr")
        let id = try #require(try discrepancies().first?.id)
        #expect(throws: NotFound.self) {
            try ReplayDiscrepancy(companyID: paul.companyID, discrepancyID: id)
                .run(in: story.office(of: .stripe), stripe: story.stripe.line)
        }
        #expect(throws: NotFound.self) {
            try DismissDiscrepancy(companyID: paul.companyID, discrepancyID: id).run(in: story.office(of: .dashboard))
        }
    }

    /// The row is there under another name, as when it has not reached this host.
    private func hideAttempt(of session: String) throws {
        try story.forge("UPDATE payment_attempts SET session = CONCAT(session, '_hidden') WHERE session = \(session)")
    }

    private func showAttempt(of session: String) throws {
        try story.forge("UPDATE payment_attempts SET session = \(session) WHERE session = \(session + "_hidden")")
    }

    /// The row is gone, as after a restored backup.
    private func loseAttempt(of session: String) throws {
        try story.forge("DELETE FROM payment_attempts WHERE session = \(session)")
    }

    private func outcome() throws -> EventOutcome? {
        try story.reader.events(of: try story.companyID(of: bill)).first { $0.type == "checkout.session.completed" }?
            .outcome
    }

    private func discrepancies() throws -> [Discrepancy] {
        try story.reader.discrepancies(of: try story.companyID(of: bill))
    }

    private func replay() throws -> ReplayDiscrepancy.Answer {
        let discrepancy = try #require(try discrepancies().first)
        return try ReplayDiscrepancy(companyID: discrepancy.companyID, discrepancyID: discrepancy.id)
            .run(in: story.office(of: .stripe), stripe: story.stripe.line)
    }
}
