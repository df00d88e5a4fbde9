import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Payments
import Store
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `A credit note` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    private let total = Cents(135_000)

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
    }

    @Test func `for the whole cancels the invoice, which says by what, and books nothing`() throws {
        #expect(try story.credit(bill).text == "A-2026-0001")
        #expect(try story.books(of: bill) == Books(state: .cancelled(paid: .zero)))
        let invoice = try #require(try story.reader.invoice(bill.id, of: freelancer.companyID))
        #expect(invoice.takenBack == invoice.total && invoice.total > .zero)
        let page = try Browser(story).open("/f/\(bill.link.text)")
        #expect(page.text.contains("par l’avoir A-2026-0001"))
        #expect(!page.text.contains("Payer en ligne"))
        #expect(!page.text.contains("acquittée"))
    }

    @Test func `closes the page that the client has open`() throws {
        let page = try story.click(bill)
        try story.credit(bill)
        try story.doErrands()
        #expect(story.stripe.pay(sessionURL: page).status == 410)
    }

    @Test func `leaves money that slips through to a person`() throws {
        let page = try story.click(bill)
        try story.credit(bill)
        story.stripe.pay(sessionURL: page)
        try story.settleDown()
        #expect(
            try story.books(of: bill)
                == Books(state: .cancelled(paid: .zero), news: [.quarantine], quarantine: [.cancelled])
        )
    }

    @Test func `has a number of its own series, without a hole, however many are issued at once`() throws {
        let bills = try (1...8).map { _ in try story.bill(from: freelancer) }
        let (database, now, companyID) = (story.database, story.now, freelancer.companyID)
        let numbers = race(8) { runner in
            let office = Story.office(on: database.connect(as: .dashboard), at: now, seed: runner)
            return try IssueCreditNote(
                companyID: companyID,
                invoiceID: bills[runner].id,
                scope: .rest,
                reason: "Erreur",
                key: Token.random(from: office.outside)
            ).run(in: office).sequence
        }
        #expect(try Set(numbers.map { try $0.get() }) == Set(1...8))
    }

    @Test func `for a part asks the client for less, and closes the page that they have open`() throws {
        let page = try story.click(bill)
        try story.credit(bill, Cents(35_000))
        #expect(try story.books(of: bill).state == .open(paid: .zero, of: Cents(100_000)))
        try story.doErrands()
        #expect(story.stripe.pay(sessionURL: page).status == 410)
        story.stripe.pay(sessionURL: try story.click(bill))
        try story.settleDown()
        let books = try story.books(of: bill)
        #expect(books.state == .paid(Cents(100_000)))
        #expect(books.lines == [Cents(100_000)])
    }

    @Test func `for a part of what was paid leaves it paid`() throws {
        try story.receive(total, for: bill)
        try story.credit(bill, Cents(100))
        #expect(try story.books(of: bill).state == .paid(total))
    }

    @Test func `for all that is left to pay makes the invoice paid, on the day of the last receipt or its own`() throws
    {
        try story.receive(Cents(35_000), for: bill)
        try story.credit(bill, Cents(100_000))
        #expect(try story.books(of: bill).state == .paid(Cents(35_000)))
        #expect(try story.reader.invoice(bill.id, of: freelancer.companyID)?.paidOn == story.now.parisDay)
    }

    @Test func `never makes a client owe less than they have paid`() throws {
        try story.receive(Cents(35_000), for: bill)
        #expect(throws: InvoiceRefusal.moreThanDue) { try story.credit(bill, Cents(100_001)) }
    }

    @Test func `for parts never takes back more than the invoice, and the last one cancels it`() throws {
        try story.receive(total, for: bill)
        try story.credit(bill, Cents(35_000))
        #expect(throws: CreditNoteRefusal.moreThanInvoiced) { try story.credit(bill, Cents(100_001)) }
        try story.credit(bill, Cents(100_000))
        #expect(try story.books(of: bill).state == .cancelled(paid: total))
        #expect(throws: CreditNoteRefusal.moreThanInvoiced) { try story.credit(bill, Cents(1)) }
        #expect(try story.reader.creditNotes(of: bill.id).map(\.creditNote.isTotal) == [false, true])
    }

    @Test(arguments: [0, -1] as [Int64]) func `of nothing is refused, and takes no number`(cents: Int64) throws {
        #expect(throws: CreditNoteRefusal.notAnAmount) { try story.credit(bill, Cents(cents)) }
        #expect(try story.credit(bill).sequence == 1)
    }

    @Test func `for a part is written once by a form that is sent twice`() throws {
        try story.receive(total, for: bill)
        let browser = Browser(story, of: freelancer)
        let page = try browser.open("/factures/\(bill.id)/avoir").text
        let key = try #require(page.after("name=\"cle\" value=\"")?.before("\""))
        let form = [("amount", "100"), ("reason", "Geste"), ("cle", key)]
        for _ in 1...2 { #expect(try browser.send("/factures/\(bill.id)/avoir", form).text.contains("A-2026-0001")) }
        #expect(try story.reader.creditNotes(of: bill.id).map(\.creditNote.amount) == [Cents(10_000)])
    }

    @Test func `that is wrong says so beside the field`() throws {
        let browser = Browser(story, of: freelancer)
        try browser.open("/factures/\(bill.id)/avoir")
        let key = Token.random(from: story.outside).text
        for amount in ["", "0", "-1", "1350,01", "abc"] {
            let page = try browser.send(
                "/factures/\(bill.id)/avoir",
                [("amount", amount), ("reason", "x"), ("cle", key)]
            )
            #expect(page.status == 422, "\(amount)")
            #expect(page.text.contains("id=\"amount-message\""), "\(amount)")
        }
        #expect(try story.reader.creditNotes(of: bill.id).isEmpty)
    }

    @Test func `of another company's invoice does not exist`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        #expect(throws: NotFound.self) {
            try IssueCreditNote(
                companyID: paul.companyID,
                invoiceID: bill.id,
                scope: .rest,
                reason: "x",
                key: Token.random(from: story.outside)
            ).run(in: story.office(of: .dashboard))
        }
        #expect(try Browser(story, of: paul).open("/factures/\(bill.id)/avoir").status == 404)
    }
}
