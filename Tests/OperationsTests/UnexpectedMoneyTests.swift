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

@Suite(.database(.needme)) struct `Money that nobody expects` {
    let story = Story()
    let bill: Bill

    init() throws {
        bill = try story.payableBill()
    }

    @Test(arguments: [
        ("amount_cents = 134999", QuarantineReason.otherAmount), ("currency = 'usd'", .otherCurrency),
        ("is_live = TRUE", .otherMode),
    ])
    func `is set aside once Stripe itself was asked, without a stamp`(change: String, reason: QuarantineReason) throws {
        try story.pay(bill)
        try story.forge("UPDATE payment_attempts SET \(unescaped: change)")
        try story.deliver()
        #expect(try story.books(of: bill) == .awaiting(Cents(135_000)), "An event alone is only a doorbell.")
        try story.doErrands()
        try story.doErrands()
        #expect(try story.books(of: bill) == setAside(reason, state: .open(paid: .zero, of: Cents(135_000))))
    }

    @Test func `through another account's session is only a doorbell, and Stripe then knows no such session`() throws {
        try story.pay(bill)
        try story.forge("UPDATE payment_attempts SET account = 'acct_other'")
        try story.deliver()
        try story.doErrands()
        #expect(try story.books(of: bill) == .awaiting(Cents(135_000)))
    }

    @Test func `for another invoice is set aside`() throws {
        let freelancer = try story.connectedFreelancer("paul@exemple.fr")
        let other = try story.bill(from: freelancer)
        let session = try story.pay(bill)
        try story.forge("UPDATE payment_attempts SET invoice_id = \(other.id) WHERE session = \(session)")
        try story.deliver()
        try story.doErrands()
        #expect(try story.books(of: other).payments == [])
        #expect(try story.books(of: bill).state == .open(paid: .zero, of: Cents(135_000)))
        #expect(try story.count("quarantined_payments") == 1)
    }

    @Test(arguments: [true, false])
    func `because the client paid on two pages is set aside`(byReturn: Bool) throws {
        let former = try story.click(bill)
        try story.giveUpAttempts(of: bill)
        try story.pay(bill)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
        story.stripe.pay(sessionURL: former)
        if byReturn { try story.comeBack(bill, session: story.session(at: former)) }
        try story.deliver()
        try story.doErrands()
        var expected = Books.paid(Cents(135_000))
        expected.news.append(.quarantine)
        expected.quarantine = [.alreadyPaid]
        #expect(try story.books(of: bill) == expected)
    }

    @Test func `on a page that was given up pays the invoice, and the next page is closed`() throws {
        let former = try story.click(bill)
        try story.giveUpAttempts(of: bill)
        let next = try story.click(bill)
        story.stripe.pay(sessionURL: former)
        try story.deliver()
        try story.doErrands()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
        #expect(story.stripe.pay(sessionURL: next).status == 410)
    }

    @Test func `because a part was paid otherwise meanwhile is set aside, and the invoice waits for it no more`() throws
    {
        story.stripe.faults.delaysPayments = true
        let session = try story.pay(bill)
        try story.deliver()
        try story.doErrands()
        #expect(try story.books(of: bill).state == .processing(paid: .zero, of: Cents(135_000)))
        try RecordReceipt(
            companyID: try story.companyID(of: bill),
            invoiceID: bill.id,
            MoneyByHand(Cents(1_000), by: .transfer, on: story.now.parisDay, key: Token.random(from: story.outside))
        ).run(in: story.office(of: .dashboard))
        story.stripe.control("payments/\(try #require(story.stripe.payment(ofSession: session)))/succeed")
        try story.comeBack(bill, session: session)
        let books = try story.books(of: bill)
        #expect(books.quarantine == [.moreThanDue])
        #expect(books.state == .open(paid: Cents(1_000), of: Cents(135_000)))
    }

    /// An event that is well signed and untrue: its secret was stolen, say.
    @Test func `on a page whose payment had been claimed before it was made is not dropped`() throws {
        let page = try story.click(bill)
        let session = story.session(at: page)
        try story.forge(
            """
            UPDATE payment_attempts SET state = 'paid' WHERE session = \(session)
            """
        )
        story.stripe.pay(sessionURL: page)
        try story.settleDown()
        #expect(try story.books(of: bill).quarantine == [.alreadyPaid])
        #expect(try story.books(of: bill).payments == [])
    }

    private func setAside(_ reason: QuarantineReason, state: InvoiceState) -> Books {
        Books(state: state, news: [.quarantine], quarantine: [reason])
    }
}
