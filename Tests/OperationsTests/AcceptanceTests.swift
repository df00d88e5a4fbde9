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
import Web

/// The acceptance cases of a payment, by their numbers; each is tried in more ways in the suite of its own.
@Suite(.database(.needme)) struct `Acceptance of a payment` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    private let total = Cents(135_000)

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
    }

    @Test func `A1: webhook then return, one payment, one line, Payée, one notification, a stamp`() throws {
        let session = try story.pay(bill)
        try story.deliver()
        try story.comeBack(bill, session: session)
        try expectPaidOnce()
        #expect(try Browser(story).open("/f/\(bill.link.text)").text.contains("Facture acquittée"))
        #expect(try Browser(story, of: freelancer).open("/factures").text.contains("Payée"))
    }

    @Test func `A2: return before webhook, a stamp at first paint, and the webhook changes nothing`() throws {
        let session = try story.pay(bill)
        let page = try Browser(story).open("/f/\(bill.link.text)/retour?session_id=\(session)")
        #expect(page.text.contains("Facture acquittée"))
        try story.deliver()
        try expectPaidOnce()
    }

    @Test func `A3: no webhook, tab closed, the sweep settles`() throws {
        story.stripe.faults.losesEvents = true
        try story.pay(bill)
        story.wait(seconds: Sweep.period + 1)
        try story.sweep()
        try expectPaidOnce()
    }

    @Test func `A4: the same event five times at once on several workers, one line`() throws {
        try story.pay(bill)
        let (database, now) = (story.database, story.now)
        for event in story.stripe.deliverEvents() {
            let answers = race(5) { runner in
                try knock(event, in: Story.office(on: database.connect(as: .webhook), at: now, seed: runner))
            }
            #expect(try answers.map { try $0.get() } == [200, 200, 200, 200, 200])
        }
        try expectPaidOnce()
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>) func `A5: events in any order, the same end`(seed: UInt64) throws {
        var lot = Lot(seed: seed)
        try story.pay(bill)
        for event in story.stripe.deliverEvents().shuffled(using: &lot) { #expect(try story.knock(event) == 200) }
        try expectPaidOnce()
    }

    @Test func `A6: processing fails once, Stripe knocks again, not taken for a duplicate`() throws {
        try story.pay(bill)
        let event = try #require(story.stripe.deliverEvents().first { $0.type == "checkout.session.completed" })
        let wire = try CutWire(to: story.database.settings(as: .webhook), at: 12, .before)
        defer { wire.close() }
        let settings = wire.settings(from: story.database.settings(as: .webhook))
        #expect(throws: DatabaseError.self) { try story.knock(event, in: story.office(on: Connection(settings))) }
        #expect(try story.books(of: bill) == .awaiting(total))
        #expect(try story.knock(event) == 200)
        try expectPaidOnce()
    }

    @Test(arguments: ["4000 0000 0000 0002", "4000 0025 0000 3155"])
    func `A7: declined or refused, nothing, still payable`(
        card: String
    ) throws {
        let page = try story.click(bill)
        story.stripe.pay(sessionURL: page, card: card, authenticates: false)
        try story.settleDown()
        #expect(try story.books(of: bill) == .awaiting(total))
        #expect(try story.click(bill) == page)
        story.stripe.pay(sessionURL: page)
        try story.deliver()
        try expectPaidOnce()
    }

    @Test func `A8: Klarna cancelled, success forged in the address, unpaid`() throws {
        let zoe = try story.bill(from: freelancer, to: .person)
        let page = try story.click(zoe)
        story.stripe.payWithKlarna(sessionURL: page, decision: "cancel")
        let session = story.session(at: page)
        try Browser(story).open("/f/\(zoe.link.text)/retour?session_id=\(session)&redirect_status=succeeded")
        #expect(try story.books(of: zoe).payments == [])
    }

    @Test(arguments: [true, false]) func `A9: a delayed method is under way, then paid or payable again`(succeeds: Bool)
        throws
    {
        story.stripe.faults.delaysPayments = true
        let session = try story.pay(bill)
        let page = try Browser(story).open("/f/\(bill.link.text)/retour?session_id=\(session)").text
        #expect(page.contains("Paiement en cours de confirmation"))
        #expect(!page.contains("acquittée"))
        story.stripe.control("payments/\(try story.payment(of: session))/\(succeeds ? "succeed" : "fail")")
        try story.settleDown()
        if succeeds { return try expectPaidOnce() }
        #expect(try story.books(of: bill).state == .open(paid: .zero, of: total))
        #expect(try Browser(story).open("/f/\(bill.link.text)").text.contains("Payer en ligne"))
    }

    @Test(arguments: [Signing.wrongSecret, .stale]) func `A10: a forged or old knock is 400 and writes nothing`(
        signing: Signing
    ) throws {
        story.stripe.faults.signing = signing
        try story.pay(bill)
        #expect(try Set(story.deliver()) == [400])
        #expect(try story.count("stripe_events") == 0)
        #expect(try story.books(of: bill) == .awaiting(total))
    }

    @Test(arguments: [
        ("amount_cents = 1", QuarantineReason.otherAmount), ("currency = 'usd'", .otherCurrency),
        ("is_live = TRUE", .otherMode),
    ])
    func `A11: another amount, currency or mode is set aside, no stamp`(change: String, reason: QuarantineReason) throws
    {
        try story.pay(bill)
        try story.forge("UPDATE payment_attempts SET \(unescaped: change)")
        try story.settleDown()
        #expect(try story.books(of: bill).quarantine == [reason])
        #expect(try !Browser(story).open("/f/\(bill.link.text)").text.contains("acquittée"))
    }

    @Test func `A12: two tabs share a session; both paid nevertheless, the second is for a person`() throws {
        let first = try story.click(bill)
        #expect(try story.click(bill) == first)
        try story.giveUpAttempts(of: bill)
        let second = try story.click(bill)
        story.stripe.pay(sessionURL: first)
        story.stripe.pay(sessionURL: second)
        try story.settleDown()
        let books = try story.books(of: bill)
        #expect(books.lines == [total])
        #expect(books.quarantine == [.alreadyPaid])
    }

    enum Gesture: CaseIterable { case creditNote, receipt, off }

    @Test(arguments: Gesture.allCases) func `A13: the open session is expired, and what slips through is set aside`(
        gesture: Gesture
    ) throws {
        for slips in [false, true] {
            let bill = try story.bill(from: freelancer)
            let page = try story.click(bill)
            switch gesture {
            case .creditNote: try story.credit(bill)
            case .receipt: try story.receive(total, for: bill)
            case .off: try story.turn(bill, false)
            }
            if !slips { try story.doErrands() }
            #expect(story.stripe.pay(sessionURL: page).status == (slips ? 303 : 410))
            try story.settleDown()
            #expect(try story.waiting(of: bill).count { $0.invoiceID == bill.id } == (slips ? 1 : 0))
            #expect(try story.reader.payments(of: bill.id).count == (gesture == .receipt ? 1 : 0))
        }
    }

    @Test func `A15: the switch on Non, no button, no forged payment, the bank stays`() throws {
        try story.turn(bill, false)
        let page = try Browser(story).open("/f/\(bill.link.text)").text
        #expect(!page.contains("Payer en ligne"))
        #expect(page.contains("FR76"))
        #expect(try Browser(story).send("/f/\(bill.link.text)/payer").path == "/f/\(bill.link.text)")
        var scan = Request(.get, "/f/\(bill.link.text)/payer")
        scan.headers.add("user-agent", Story.phone)
        #expect(try story.answer(scan).headers["location"] == "/f/\(bill.link.text)")
        #expect(try story.count("payment_attempts") == 0)
    }

    @Test func `A16: the price before sending is 1,7 % + 0,25 € to the cent, the real one after, the register gross`()
        throws
    {
        let browser = Browser(story, of: freelancer)
        let announced = "commission 23,20\u{202F}€, net 1\u{202F}326,80\u{202F}€"
        #expect(try browser.open("/factures/\(bill.id)/envoyer").text.contains(announced))
        try story.pay(bill)
        try story.settleDown()
        #expect(try browser.open("/factures/\(bill.id)").text.contains("Frais réels\u{A0}: 23,20\u{202F}€"))
        #expect(try story.books(of: bill).lines == [total])
    }

    @Test func `A17: refunds, then one that fails: the invoice untouched, tasks, lines only by the credit note`() throws
    {
        let session = try story.pay(bill)
        try story.settleDown()
        let payment = try story.payment(of: session)
        story.stripe.refund(payment, amount: Cents(35_000))
        let second = try #require(story.stripe.refund(payment))
        try story.settleDown()
        story.stripe.control("refunds/\(second)/fail")
        try story.settleDown()
        #expect(try story.books(of: bill).state == .paid(total))
        #expect(try story.books(of: bill).lines == [total])
        let tasks = try story.reader.reversals(ofInvoice: bill.id).filter(\.awaitsCreditNote)
        #expect(tasks.map(\.amount) == [Cents(35_000)])
        let form = try Browser(story, of: freelancer).open("/factures/\(bill.id)/avoir?retour=\(tasks[0].id)").text
        #expect(form.contains("value=\"350,00\""))
        try story.credit(bill, Cents(35_000), answering: tasks[0].id)
        #expect(try story.books(of: bill).lines == [total, Cents(-35_000)])
    }

    @Test func `A18: a dispute is flagged`() throws {
        let session = try story.pay(bill)
        try story.settleDown()
        story.stripe.dispute(try story.payment(of: session))
        try story.settleDown()
        #expect(try Browser(story, of: freelancer).open("/factures").text.contains("Litige bancaire"))
        #expect(try Browser(story, of: freelancer).open("/notifications").text.contains("Paiement contesté"))
    }

    @Test(arguments: [true, false])
    func `A19: disconnected by either side, no button, and another account mixes nothing`(
        byUs: Bool
    ) throws {
        let session = try story.pay(bill)
        try story.settleDown()
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID)?.account)
        let next = try story.bill(from: freelancer)
        if byUs {
            try story.disconnect(freelancer)
            story.stripe.refund(try story.payment(of: session))
        } else {
            story.stripe.control("accounts/\(account)/revoke")
        }
        try story.settleDown()
        #expect(try !Browser(story).open("/f/\(next.link.text)").text.contains("Payer en ligne"))
        #expect(try story.reader.reversals(ofInvoice: bill.id).count == (byUs ? 1 : 0))
        let other = try story.connect(freelancer)
        #expect(other != account)
        try story.pay(next)
        try story.settleDown()
        #expect(try story.reader.payments(of: next.id).first?.source.account == other)
        #expect(try story.reader.payments(of: bill.id).first?.source.account == account)
    }

    @Test func `A20: a payout sums to the cent with its lines`() throws {
        for lines in [[InvoiceLine.line("Affiche", "1", "33,33")], [.line("Logo", "3", "66,67")]] {
            try story.pay(try story.bill(from: freelancer, lines))
        }
        try story.settleDown()
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID)?.account)
        story.stripe.payOut(account)
        try story.settleDown()
        let payout = try #require(try story.reader.payouts(of: freelancer.companyID).first)
        #expect(try story.reader.lines(ofPayout: payout.id).map(\.net).sum == payout.amount)
    }

    private func expectPaidOnce() throws {
        #expect(try story.books(of: bill) == .paid(total))
        #expect(try story.reader.invoice(bill.id, of: freelancer.companyID)?.means == .stripe)
    }
}
