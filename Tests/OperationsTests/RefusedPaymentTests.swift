import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Payments
import Store
import Stripe
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `A payment that does not come about` {
    let story = Story()
    let bill: Bill
    let awaiting = Books.awaiting(Cents(135_000))

    init() throws {
        bill = try story.payableBill()
    }

    @Test(arguments: ["4000 0000 0000 0002", "4000 0084 0000 1629"])
    func `leaves the invoice as it was, and payable`(card: String) throws {
        let session = try story.pay(bill, card: card)
        try story.deliver()
        try story.comeBack(bill, session: session)
        #expect(try story.books(of: bill) == awaiting)
        try story.pay(bill)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `because the bank's page was refused is no payment`() throws {
        let address = try story.click(bill)
        story.stripe.pay(sessionURL: address, card: "4000 0025 0000 3155", authenticates: false)
        try story.deliver()
        #expect(try story.books(of: bill) == awaiting)
    }

    @Test func `because the page was closed is asked about until it expires, then forgotten`() throws {
        try story.click(bill)
        story.wait(seconds: 7_300)
        #expect(try story.sweep() == 1)
        #expect(try story.books(of: bill) == awaiting)
        story.wait(seconds: 7_300)
        #expect(try story.sweep() == 0)
    }

    @Test func `is not made by a forged return`() throws {
        let session = story.session(at: try story.click(bill))
        #expect(try story.comeBack(bill, session: session) == .invoice)
        #expect(try story.books(of: bill) == awaiting)
        try Browser(story).open("/f/\(bill.link.text)/retour?session_id=\(session)&redirect_status=succeeded")
        #expect(try story.books(of: bill) == awaiting)
    }

    @Test func `is not found under another invoice's link`() throws {
        let session = try story.pay(bill)
        let other = try story.bill(from: try story.freelancer("paul@exemple.fr"))
        #expect(throws: NotFound()) { try story.comeBack(other, session: session) }
        #expect(throws: NotFound()) { try story.comeBack(bill, session: "cs_test_unknown") }
    }

    @Test func `by Klarna, cancelled, with a success forged in the address is unpaid`() throws {
        let bill = try story.bill(from: try story.connectedFreelancer("paul@exemple.fr"), to: .person)
        let address = try story.click(bill)
        story.stripe.payWithKlarna(sessionURL: address, decision: "cancel")
        let session = story.session(at: address)
        try Browser(story).open("/f/\(bill.link.text)/retour?session_id=\(session)&redirect_status=succeeded")
        #expect(try story.books(of: bill) == awaiting)
    }

    @Test func `at once is under way, then paid`() throws {
        try beginSlowly()
        #expect(try story.books(of: bill).state == .processing(paid: .zero, of: Cents(135_000)))
        story.stripe.control("payments/\(try reference())/succeed")
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `at once is under way, then fails, and the invoice is payable again`() throws {
        try beginSlowly()
        story.stripe.control("payments/\(try reference())/fail")
        try story.deliver()
        try story.doErrands()
        var expected = awaiting
        expected.news = [.paymentFailed]
        #expect(try story.books(of: bill) == expected)
        #expect(try story.click(bill).hasPrefix(SimulatedStripe.address))
    }

    private func beginSlowly() throws {
        story.stripe.faults.delaysPayments = true
        try story.pay(bill)
        story.stripe.faults.delaysPayments = false
        try story.deliver()
        try story.doErrands()
    }

    /// The payment's name at Stripe, which only Stripe knows yet.
    private func reference() throws -> String {
        let session = try #require(try story.session(of: bill))
        let account = try #require(try story.reader.attempt(session: session)?.attempt.account)
        return try #require(
            try story.stripe.client.retrieveCheckoutSession(id: session, account: account).paymentIntent
        )
    }
}
