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

/// What has gone wrong in other projects that take payments through Stripe, each by its number in our list of them.
@Suite(.database(.needme)) struct `What goes wrong elsewhere` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    private let total = Cents(135_000)

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
    }

    @Test func `1: a customer who pays twice has one recorded payment, and the other is seen`() throws {
        let page = try story.click(bill)
        story.stripe.pay(sessionURL: page)
        #expect(
            story.stripe.pay(sessionURL: page).location?.contains("/retour") == true,
            "Back button: no second charge."
        )
        try story.giveUpAttempts(of: bill)
        try story.pay(bill)
        try story.settleDown()
        #expect(try story.books(of: bill).lines == [total])
        #expect(try story.waiting(of: bill).map(\.reason) == [.alreadyPaid])
    }

    @Test func `2: webhook and return page at the same time are one payment and one mail`() throws {
        let session = try story.pay(bill)
        let events = story.stripe.deliverEvents()
        let stripe = SharedStripe(story.stripe)
        let (database, now, bill) = (story.database, story.now, bill)
        let outcomes = race(4) { runner in
            let role: Role = runner < 2 ? .webhook : .stripe
            let office = Story.office(on: database.connect(as: role), at: now, seed: runner)
            try takeRoad(runner, office, stripe, events[2], bill, session: session)
        }
        for outcome in outcomes { try outcome.get() }
        try story.doErrands()
        #expect(try story.books(of: bill) == .paid(total))
        #expect(story.mails.count == 1)
    }

    @Test func `3: the same event twice, or at both addresses, is one payment`() throws {
        try story.pay(bill)
        for event in story.stripe.deliverEvents() {
            #expect(try story.knock(event) == 200)
            #expect(try story.knock(event) == 200)
            var elsewhere = Request(event)
            elsewhere.path = event.scope == .connect ? "/stripe/webhook/plateforme" : "/stripe/webhook/connect"
            #expect(try story.knock(elsewhere) == 400)
        }
        #expect(try story.books(of: bill) == .paid(total))
    }

    @Test func `4: a webhook before our own record is kept, not acknowledged and lost`() throws {
        let session = try story.pay(bill)
        let record = try #require(try story.reader.attempt(session: session))
        try story.forge("UPDATE payment_attempts SET session = NULL, state = 'starting' WHERE id = \(record.id)")
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(total))
    }

    @Test(arguments: ["return", "sweep", "reconciliation"]) func `5: without any webhook the invoice is paid`(
        road: String
    ) throws {
        story.stripe.faults.losesEvents = true
        let session = try story.pay(bill)
        switch road {
        case "return": try story.comeBack(bill, session: session)
        case "sweep":
            story.wait(seconds: 121)
            try story.sweep()
        default:
            story.wait(seconds: 3_601)
            try story.reconcile()
        }
        #expect(try story.books(of: bill) == .paid(total))
    }

    @Test func `6: visiting the success address without paying changes nothing`() throws {
        let session = story.session(at: try story.click(bill))
        let page = try Browser(story).open("/f/\(bill.link.text)/retour?session_id=\(session)")
        #expect(page.text.contains("Payer en ligne"))
        #expect(try story.books(of: bill) == .awaiting(total))
    }

    @Test func `7: completed but unpaid is neither paid nor failed`() throws {
        story.stripe.faults.delaysPayments = true
        try story.pay(bill)
        try story.settleDown()
        #expect(try story.books(of: bill) == Books(state: .processing(paid: .zero, of: total)))
    }

    @Test func `8: a late failure or expiry never undoes a payment`() throws {
        let page = try story.click(bill)
        story.stripe.pay(sessionURL: page, card: "4000 0000 0000 0002")
        story.wait(seconds: 7_000)
        let next = try story.click(bill)
        let late = story.stripe.deliverEvents()
        #expect(Set(late.map(\.type)).isSuperset(of: ["payment_intent.payment_failed", "checkout.session.expired"]))
        story.stripe.pay(sessionURL: next)
        for event in story.stripe.deliverEvents() + late { #expect(try story.knock(event) == 200) }
        story.wait(seconds: 100_000)
        try story.sweep()
        try story.doErrands()
        #expect(try story.books(of: bill) == .paid(total))
    }

    @Test func `8: a delayed payment that failed late does not undo the one that came instead`() throws {
        story.stripe.faults.delaysPayments = true
        let session = try story.pay(bill)
        try story.comeBack(bill, session: session)
        story.stripe.faults.delaysPayments = false
        try story.receive(total, for: bill)
        story.stripe.control("payments/\(try story.payment(of: session))/fail")
        try story.settleDown()
        #expect(try story.books(of: bill).state == .paid(total))
        #expect(try story.books(of: bill).lines == [total])
    }

    @Test func `9: declined several times, then paid on the same page, is paid`() throws {
        let page = try story.click(bill)
        for card in ["4000 0000 0000 0002", "4000 0000 0000 9995", "4000 0000 0000 0069"] {
            #expect(story.stripe.pay(sessionURL: page, card: card).status == 402)
        }
        story.stripe.pay(sessionURL: page)
        try story.settleDown()
        #expect(try story.books(of: bill) == .paid(total))
    }

    @Test func `10: an abandoned page that expires leaves the invoice payable at once`() throws {
        let page = try story.click(bill)
        story.wait(seconds: 7_300)
        let next = try story.click(bill)
        #expect(next != page)
        story.stripe.pay(sessionURL: next)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(total))
    }

    @Test func `11: an invoice paid otherwise closes the page, and money that comes all the same is seen`() throws {
        let page = try story.click(bill)
        try story.receive(Cents(35_000), for: bill)
        story.stripe.pay(sessionURL: page)
        try story.settleDown()
        #expect(try story.books(of: bill).state == .open(paid: Cents(35_000), of: total))
        #expect(try story.waiting(of: bill).map(\.reason) == [.moreThanDue])
    }

    @Test func `12: a refund of one of two payments, or a dispute, leaves the invoice as it is`() throws {
        let first = try story.click(bill)
        try story.giveUpAttempts(of: bill)
        let session = try story.pay(bill)
        try story.deliver()
        story.stripe.pay(sessionURL: first)
        try story.settleDown()
        let before = try story.reader.invoice(bill.id, of: freelancer.companyID)
        story.stripe.refund(try story.payment(of: story.session(at: first)))
        try story.settleDown()
        #expect(try story.reader.invoice(bill.id, of: freelancer.companyID) == before)
        story.stripe.dispute(try story.payment(of: session))
        try story.settleDown()
        #expect(try story.books(of: bill).state == .paid(total))
        #expect(try story.books(of: bill).lines == [total])
    }

    @Test(arguments: ["0,50", "0,51", "33,33", "1 234,56", "999 999,99"])
    func `13: amount and fee are the same whole cents everywhere`(
        price: String
    ) throws {
        let bill = try story.bill(from: freelancer, [.line("Ouvrage", "1", price)])
        let session = try story.pay(bill)
        try story.settleDown()
        let amount = try #require(Cents(euros: price))
        let record = try #require(try story.reader.attempt(session: session))
        #expect(record.attempt.amount == amount)
        #expect(record.fee == Cents((amount.value * 17 + 500) / 1_000 + 25))
        #expect(try story.reader.payments(of: bill.id).map(\.amount) == [amount])
        #expect(try story.reader.payments(of: bill.id).first?.fees?.platform == record.fee)
    }

    @Test func `14: the signature is over the raw body, and each address has its own secret`() throws {
        try story.pay(bill)
        let event = try #require(story.stripe.deliverEvents().first { $0.type == "checkout.session.completed" })
        var spaced = Request(event)
        spaced.body = [UInt8(ascii: " ")] + spaced.body
        #expect(try story.knock(spaced) == 400)
        var elsewhere = Request(event)
        elsewhere.path = "/stripe/webhook/plateforme"
        #expect(try story.knock(elsewhere) == 400)
        #expect(try story.knock(event) == 200)
    }

    @Test func `15: an account that cannot charge, is restricted later or leaves has no button, and comes back`() throws
    {
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID)?.account)
        for (change, isOffered) in [("restrict", false), ("enable", true), ("revoke", false)] {
            story.stripe.control("accounts/\(account)/\(change)")
            try story.settleDown()
            #expect(
                try Browser(story).open("/f/\(bill.link.text)").text.contains("Payer en ligne") == isOffered,
                "\(change)"
            )
        }
        #expect(
            try Browser(story, of: freelancer).open("/entreprise/paiement-en-ligne").text.contains("n’est plus relié")
        )
        try story.connect(freelancer)
        try story.pay(bill)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(total))
    }
}
