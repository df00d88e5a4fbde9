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

/// « Activer le paiement en ligne pour cette facture », turned after the invoice was issued.
@Suite(.database(.needme)) struct `The switch of online payment` {
    let story = Story()
    let bill: Bill

    init() throws {
        bill = try story.payableBill()
    }

    @Test func `on Non takes the button away and refuses a forged form, and keeps the bank`() throws {
        try story.turn(bill, false)
        let page = try Browser(story).open("/f/\(bill.link.text)")
        #expect(!page.text.contains("Payer en ligne"))
        #expect(page.text.contains("FR76"))
        #expect(try Browser(story).send("/f/\(bill.link.text)/payer").path == "/f/\(bill.link.text)")
        #expect(try story.count("payment_attempts") == 0)
    }

    @Test func `back on Oui gives the button again`() throws {
        try story.turn(bill, false)
        try story.turn(bill, true)
        try story.pay(bill)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `on Non closes the page that the client has open`() throws {
        let page = try story.click(bill)
        try story.turn(bill, false)
        try story.doErrands()
        #expect(story.stripe.pay(sessionURL: page).status == 410)
    }

    @Test func `turned back before the worker came leaves the client's page open`() throws {
        let page = try story.click(bill)
        try story.turn(bill, false)
        try story.turn(bill, true)
        try story.doErrands()
        #expect(story.stripe.pay(sessionURL: page).status == 303)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `on Non sets a payment that slips through aside, to be assigned by one gesture`() throws {
        let page = try story.click(bill)
        try story.turn(bill, false)
        story.stripe.pay(sessionURL: page)
        try story.settleDown()
        #expect(try story.books(of: bill).quarantine == [.onlinePaymentOff])
        let money = try #require(try story.waiting(of: bill).first)
        try AssignPayment(companyID: money.companyID, quarantinedID: money.id, invoiceID: bill.id)
            .run(in: story.office(of: .dashboard))
        let books = try story.books(of: bill)
        #expect(books.state == .paid(Cents(135_000)))
        #expect(books.lines == [Cents(135_000)])
        try story.doErrands()
        #expect(try story.reader.payments(of: bill.id).first?.confirmedAt != nil)
    }

    @Test func `on Non does not lose a delayed payment that was on its way`() throws {
        story.stripe.faults.delaysPayments = true
        let session = try story.pay(bill)
        try story.comeBack(bill, session: session)
        try story.turn(bill, false)
        try story.doErrands()
        story.stripe.control("payments/\(try story.payment(of: session))/succeed")
        try story.settleDown()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `of a draft, or of another company's invoice, is not turned`() throws {
        let freelancer = try story.freelancer("paul@exemple.fr")
        let draft = try story.draft(for: try story.client(of: freelancer), of: freelancer)
        #expect(throws: InvoiceRefusal.notIssued) {
            try SwitchOnlinePayment(companyID: freelancer.companyID, invoiceID: draft, isOn: false)
                .run(in: story.office(of: .dashboard))
        }
        #expect(throws: NotFound.self) {
            try SwitchOnlinePayment(companyID: freelancer.companyID, invoiceID: bill.id, isOn: false)
                .run(in: story.office(of: .dashboard))
        }
    }
}
