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

/// Money that came another way than through Stripe.
@Suite(.database(.needme)) struct `A receipt by hand` {
    let story = Story()
    let bill: Bill
    private let total = Cents(135_000)

    init() throws {
        bill = try story.payableBill()
    }

    @Test(arguments: MeansOfPayment.allCases.filter { $0 != .stripe })
    func `pays the invoice and stands in the register, and is announced to nobody`(means: MeansOfPayment) throws {
        let day = Story.start.parisDay.adding(days: -3)
        try story.receive(total, for: bill, by: means, on: day, note: "n° 1234567")
        #expect(try story.books(of: bill) == Books(state: .paid(total), payments: [total], lines: [total]))
        let line = try #require(try story.reader.registerLines(of: try story.companyID(of: bill)).first?.entry)
        #expect(line.means == means)
        #expect(line.receivedOn == day)
        #expect(line.reference == "n° 1234567")
        let invoice = try #require(try story.reader.invoice(bill.id, of: try story.companyID(of: bill)))
        #expect(invoice.means == means)
        #expect(invoice.paidOn == day)
        #expect(try story.count("outbox") == 1, "The client's page is looked at; no mail is written.")
    }

    @Test func `of a part leaves the rest to pay, online too`() throws {
        try story.receive(Cents(35_000), for: bill)
        try story.doErrands()
        try story.pay(bill)
        try story.deliver()
        let expected = Books(
            state: .paid(total),
            payments: [Cents(35_000), Cents(100_000)],
            lines: [Cents(35_000), Cents(100_000)],
            news: [.receipt]
        )
        #expect(try story.books(of: bill) == expected)
    }

    @Test func `sent twice is one receipt`() throws {
        let key = Token.random(from: story.outside)
        try story.receive(Cents(35_000), for: bill, key: key)
        try story.receive(Cents(35_000), for: bill, key: key)
        #expect(try story.books(of: bill).payments == [Cents(35_000)])
    }

    @Test func `sent five times at once is one receipt`() throws {
        let key = Token.random(from: story.outside)
        let (database, now, bill) = (story.database, story.now, bill)
        let companyID = try story.companyID(of: bill)
        let outcomes = race(5) { runner in
            try RecordReceipt(
                companyID: companyID,
                invoiceID: bill.id,
                MoneyByHand(Cents(35_000), by: .cash, on: now.parisDay, key: key)
            ).run(in: Story.office(on: database.connect(as: .dashboard), at: now, seed: runner))
        }
        for outcome in outcomes { try outcome.get() }
        #expect(try story.books(of: bill).payments == [Cents(35_000)])
    }

    @Test(arguments: [135_001, 0, -1] as [Int64]) func `of more than is due, or of nothing, is refused`(cents: Int64)
        throws
    {
        #expect(throws: InvoiceRefusal.self) { try story.receive(Cents(cents), for: bill) }
        #expect(try story.books(of: bill) == .awaiting(total))
    }

    @Test func `closes the page that the client has open at Stripe`() throws {
        let page = try story.click(bill)
        try story.receive(total, for: bill)
        try story.doErrands()
        #expect(story.stripe.pay(sessionURL: page).status == 410)
        #expect(try story.books(of: bill).quarantine == [])
    }

    @Test func `that comes while the client pays leaves the second payment to a person`() throws {
        let page = try story.click(bill)
        try story.receive(total, for: bill)
        story.stripe.pay(sessionURL: page)
        try story.settleDown()
        let books = try story.books(of: bill)
        #expect(books.payments == [total])
        #expect(books.quarantine == [.alreadyPaid])
    }

    @Test func `is undone by a counter-line, and never erased`() throws {
        try story.receive(Cents(35_000), for: bill)
        try story.receive(Cents(100_000), for: bill, by: .cheque)
        story.wait(seconds: 86_400)
        try story.undoReceipt(of: bill)
        let amounts = [Cents(35_000), Cents(100_000), Cents(-100_000)]
        let state = InvoiceState.open(paid: Cents(35_000), of: total)
        #expect(try story.books(of: bill) == Books(state: state, payments: amounts, lines: amounts))
        let lines = try story.reader.registerLines(of: try story.companyID(of: bill))
        #expect(lines.last?.entry.receivedOn == story.now.parisDay)
        #expect(lines.last?.entry.nature.hasPrefix("Annulation d’encaissement") == true)
        let invoice = try #require(try story.reader.invoice(bill.id, of: try story.companyID(of: bill)))
        #expect(invoice.means == .transfer)
        #expect(invoice.paidOn == nil)
        #expect(try VerifyLedger().run(in: story.office(on: story.database.connect())) == [:])
    }

    @Test func `for the longest designation there is can be undone as well`() throws {
        let freelancer = try story.freelancer("paul@exemple.fr")
        let line = InvoiceLine.line(String(repeating: "é", count: 1_000), "1", "10")
        let draft = try story.draft([line], for: try story.client(of: freelancer), of: freelancer, subject: "")
        let long = try story.issue(draft, of: freelancer)
        try story.receive(Cents(1_000), for: long)
        try story.undoReceipt(of: long)
        #expect(try story.books(of: long).lines == [Cents(1_000), Cents(-1_000)])
        #expect(try VerifyLedger().run(in: story.office(on: story.database.connect())) == [:])
    }

    @Test func `is undone once`() throws {
        try story.receive(total, for: bill)
        let payment = try #require(try story.reader.payments(of: bill.id).first)
        let undo = UndoReceipt(companyID: try story.companyID(of: bill), invoiceID: bill.id, paymentID: payment.id)
        for _ in 1...3 { try undo.run(in: story.office(of: .dashboard)) }
        #expect(try story.books(of: bill).payments == [total, Cents(-135_000)])
        try story.receive(total, for: bill)
        #expect(try story.books(of: bill).state == .paid(total))
    }

    @Test func `of what a credit note has taken back a part is undone only once the rest is taken back too`() throws {
        try story.receive(total, for: bill)
        try story.credit(bill, Cents(35_000))
        #expect(throws: InvoiceRefusal.creditedInPart) { try story.undoReceipt(of: bill) }
        #expect(try story.books(of: bill) == Books(state: .paid(total), payments: [total], lines: [total]))
        try story.credit(bill, Cents(100_000))
        try story.undoReceipt(of: bill)
        #expect(try story.books(of: bill).state == .cancelled(paid: .zero))
        #expect(try story.books(of: bill).lines == [total, Cents(-135_000)])
    }

    @Test func `is the only payment that can be undone here: Stripe's is given back at Stripe`() throws {
        try story.pay(bill)
        try story.deliver()
        let payment = try #require(try story.reader.payments(of: bill.id).first)
        let undo = UndoReceipt(companyID: try story.companyID(of: bill), invoiceID: bill.id, paymentID: payment.id)
        #expect(throws: NotFound.self) { try undo.run(in: story.office(of: .dashboard)) }
        #expect(try story.books(of: bill) == .paid(total))
    }

    @Test func `leaves a delayed payment under way, unless nothing is left to pay`() throws {
        story.stripe.faults.delaysPayments = true
        let session = try story.pay(bill)
        try story.comeBack(bill, session: session)
        try story.receive(Cents(35_000), for: bill)
        #expect(try story.books(of: bill).state == .processing(paid: Cents(35_000), of: total))
        #expect(throws: StoryError.self) { try story.click(bill) }
        try story.receive(Cents(100_000), for: bill)
        #expect(try story.books(of: bill).state == .paid(total))
    }
}
