import Accounting
import Curl
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The mail about a payment` {
    let story = Story()
    let bill: Bill

    init() throws {
        bill = try story.payableBill()
    }

    @Test func `goes to the freelancer, once the worker comes by`() throws {
        try pay()
        #expect(story.mails == [])
        let outcomes = try story.doErrands()
        #expect(outcomes.contains { $0.isDone(.mailReceipt) })
        let mail = try #require(story.mails.first)
        #expect(mail.envelope == MailEnvelope(sender: "needme@needme.test", recipients: ["jeanne@exemple.fr"]))
        #expect(mail.text.contains("\r\n\(Story.origin)/factures/\(bill.id)\r\n"))
        #expect(mail.text.contains("\r\n\(Story.origin)/registre\r\n"))
        #expect(mail.page?.contains("<a href=\"\(Story.origin)/factures/\(bill.id)\"") == true)
        #expect(story.mails.count == 1)
    }

    @Test func `is one, whichever roads the payment takes and however often`() throws {
        let session = try story.pay(bill)
        let events = story.stripe.deliverEvents()
        let (database, now) = (story.database, story.now)
        for event in events {
            let outcomes = race(5) { runner in
                try knock(event, in: Story.office(on: database.connect(as: .webhook), at: now, seed: runner))
            }
            for outcome in outcomes { #expect(try outcome.get() == 200) }
        }
        try story.comeBack(bill, session: session)
        try story.doErrands()
        for event in events { try story.knock(event) }
        story.wait(seconds: 121)
        try story.sweep()
        try story.doErrands()
        #expect(try errands().count == 1)
        #expect(story.mails.count == 1)
    }

    @Test func `is not written for money that nobody expects`() throws {
        try story.pay(bill)
        try story.forge("UPDATE payment_attempts SET amount_cents = 1 WHERE invoice_id = \(bill.id)")
        try story.deliver()
        try story.doErrands()
        #expect(try errands().isEmpty)
        #expect(story.mails == [])
    }

    @Test func `waits longer and longer while the server cannot take it, and stays the same mail`() throws {
        let unreachable = TransportError(code: 7, message: "Could not connect", mayHaveArrived: false)
        let silent = TransportError(code: 28, message: "Timeout was reached", mayHaveArrived: true)
        let refusals: [Result<SubmissionOutcome, TransportError>] = [
            .success(.refusedForNow(code: 451)), .failure(unreachable), .success(.refusedForGood(code: 535)),
            .failure(silent),
        ]
        story.mailAnswers = refusals
        try pay()
        for (tries, pause) in [(1, 10), (2, 20), (3, 40), (4, 80)] as [(Int64, Int64)] {
            let outcomes = try story.doErrands()
            #expect(outcomes.contains { $0.isPostponed(.mailReceipt, tries: tries) })
            #expect(try errands().first?.error != nil)
            story.wait(seconds: pause - 1)
            #expect(try story.doErrands() == [])
            story.wait(seconds: 1)
        }
        #expect(try story.doErrands().contains { $0.isDone(.mailReceipt) })
        #expect(try errands() == [Row(isOver: true, error: nil)])
        #expect(story.mails.count == refusals.count + 1)
        #expect(Set(story.mails.map { $0.field("Message-ID") }).count == 1)
    }

    @Test func `that is refused for good is given up, and the reason kept`() throws {
        story.mailAnswers = [.success(.refusedForGood(code: 550))]
        try pay()
        let reason = "the mail server refused (550)"
        #expect(try story.doErrands().contains { $0.isAbandoned(.mailReceipt, reason) })
        try expectGivenUp(reason, tries: 1)
    }

    @Test func `to an address that no mail can be sent to is given up, and the reason kept`() throws {
        try story.forge("UPDATE users SET email = 'jeanne@exémple.fr'")
        try pay()
        let reason = "the freelancer's address is not one that mail can be sent to"
        #expect(try story.doErrands().contains { $0.isAbandoned(.mailReceipt, reason) })
        try expectGivenUp(reason, tries: 0)
    }

    @Test func `whose worker died is sent by another one`() throws {
        try pay()
        let (now, office) = (story.now, try worker())
        while try office.write({ try $0.takeErrand(at: now, leaseUntil: now.adding(seconds: 60)) }) != nil {}
        #expect(try story.doErrands() == [])
        story.wait(seconds: 60)
        try story.doErrands()
        #expect(story.mails.count == 1)
    }

    private func pay() throws {
        try story.pay(bill)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    private func expectGivenUp(_ reason: String, tries: Int) throws {
        #expect(try errands() == [Row(isOver: true, error: reason)])
        story.wait(seconds: 86_400)
        #expect(try !story.doErrands().contains { $0.isDone(.mailReceipt) })
        #expect(story.mails.count == tries)
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    private func worker() throws -> Store { Store(story.database.connect(as: .work)) }

    /// What became of an errand.
    private struct Row: Equatable {
        let isOver: Bool
        let error: String?
    }

    private func errands() throws -> [Row] {
        try story.database.connect().rows(
            "SELECT done_at IS NOT NULL AS is_over, last_error FROM outbox WHERE kind = 'mail_receipt'"
        ).map { Row(isOver: try $0["is_over"], error: try $0["last_error"]) }
    }
}

extension DoErrand.Outcome {
    fileprivate func isDone(_ kind: Errand.Kind) -> Bool {
        if case .done(let errand) = self { errand.kind == kind } else { false }
    }

    fileprivate func isPostponed(_ kind: Errand.Kind, tries: Int64) -> Bool {
        if case .postponed(let errand, _) = self { errand.kind == kind && errand.tries == tries } else { false }
    }

    fileprivate func isAbandoned(_ kind: Errand.Kind, _ reason: String) -> Bool {
        if case .abandoned(let errand, reason) = self { errand.kind == kind } else { false }
    }
}
