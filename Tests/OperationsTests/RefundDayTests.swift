import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

/// Money given back by hand: on which day it can have gone, and which credit notes the register cites.
@Suite(.database(.needme)) struct `Money given back on a day` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    let browser: Browser
    let first: Day

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
        browser = Browser(story, of: freelancer)
        first = story.now.parisDay
        try story.receive(total, for: bill)
    }

    private let total = Cents(135_000)
    private let fifty = Cents(5_000)

    private func wait(days: Int64) { story.wait(seconds: days * 86_400) }

    private func giveBack(_ amount: Cents, on day: Day, key: Token? = nil) throws {
        try RecordRefund(
            companyID: freelancer.companyID,
            invoiceID: bill.id,
            MoneyByHand(amount, by: .transfer, on: day, key: key ?? Token.random(from: story.outside))
        ).run(in: story.office(of: .dashboard))
    }

    private func refunds() throws -> [RegisterLine.Entry] {
        try story.reader.registerLines(of: freelancer.companyID).map(\.entry).filter { $0.amount < .zero }
    }

    @Test func `is never before the credit note and the receipt, and the form says from when`() throws {
        wait(days: 3)
        try story.credit(bill, fifty)
        let issued = story.now.parisDay
        wait(days: 2)
        for day in [first.adding(days: -30), first, issued.adding(days: -1)] {
            #expect(throws: InvoiceRefusal.notOwedBackBefore(issued)) { try giveBack(fifty, on: day) }
        }
        let form = [
            ("amount", "50"), ("means", "VIREMENT"), ("received_on", first.iso),
            ("cle", Token.random(from: story.outside).text),
        ]
        try browser.open("/factures/\(bill.id)/rembourser")
        let page = try browser.send("/factures/\(bill.id)/rembourser", form)
        #expect(page.status == 422 && page.text.contains("au plus tôt le"))
        #expect(page.text.contains("id=\"received_on-message\""))
        #expect(try refunds().isEmpty)
        try giveBack(fifty, on: issued)
        #expect(try refunds().map(\.receivedOn) == [issued])
    }

    @Test func `cites every credit note that it answers, once for one form`() throws {
        try story.credit(bill, fifty)
        try story.credit(bill, fifty)
        let key = Token.random(from: story.outside)
        for _ in 1...2 { try giveBack(fifty + fifty, on: first, key: key) }
        #expect(try refunds().map(\.amount) == [-fifty, -fifty])
        #expect(try refunds().map(\.document) == ["A-2026-0002", "A-2026-0001"])
        #expect(try story.reader.owedBack(ofInvoice: bill.id) == .zero)
    }

    @Test func `cites the credit note of that day, not a later one`() throws {
        try story.credit(bill, fifty)
        wait(days: 3)
        try story.credit(bill, fifty)
        try giveBack(fifty, on: first)
        #expect(try refunds().map(\.document) == ["A-2026-0001"])
        #expect(throws: InvoiceRefusal.notOwedBackBefore(story.now.parisDay)) { try giveBack(fifty, on: first) }
        try giveBack(fifty, on: story.now.parisDay)
        #expect(try refunds().map(\.document) == ["A-2026-0001", "A-2026-0002"])
    }

    @Test func `stands in the timeline as a refund, and undone as one that was undone`() throws {
        try story.credit(bill, fifty)
        try giveBack(fifty, on: first)
        wait(days: 1)
        let refund = try #require(try story.reader.payments(of: bill.id).last)
        try UndoReceipt(companyID: freelancer.companyID, invoiceID: bill.id, paymentID: refund.id)
            .run(in: story.office(of: .dashboard))
        let moved = try story.reader.moments(of: bill.id).map(\.kind)
            .filter { [.paid, .givenBack, .givenBackNot].contains($0) }
        #expect(moved == [.paid, .givenBack, .givenBackNot])
        let page = try browser.open("/factures/\(bill.id)").text
        #expect(page.contains("Remboursement de 50,00\u{202F}€, VIREMENT <span"))
        #expect(page.contains("Remboursement annulé\u{A0}: 50,00\u{202F}€, VIREMENT <span"))
        #expect(!page.contains("Encaissement repris") && !page.contains("Encaissement de 50,00"))
    }

    @Test func `makes the invoice one that was given back, in part or whole, for its client too`() throws {
        func status() throws -> InvoiceStatus? {
            try story.reader.invoice(bill.id, of: freelancer.companyID)?.status(on: story.now.parisDay)
        }
        try story.credit(bill, fifty)
        try giveBack(fifty, on: first)
        #expect(try status() == .refunded(isWhole: false))
        let page = try Browser(story).open("/f/\(bill.link.text)").text
        #expect(page.contains("Remboursée en partie</span> <span class=\"hint\">de 50,00"))
        try story.undoReceipt(of: bill)
        #expect(try status() == .paid)
        try story.credit(bill, total - fifty)
        #expect(try status() == .cancelled)
        try giveBack(total, on: first)
        #expect(try status() == .refunded(isWhole: true))
    }

    @Test func `without a good key is asked for again with one, and says so`() throws {
        try story.credit(bill, fifty)
        let money = [("amount", "50"), ("means", "VIREMENT"), ("received_on", first.iso), ("cle", "x")]
        try browser.open("/factures/\(bill.id)/rembourser")
        let page = try browser.send("/factures/\(bill.id)/rembourser", money)
        #expect(page.status == 422 && page.text.contains("Ce formulaire n’est plus valable"))
        #expect(!page.text.contains("name=\"cle\" value=\"x\""))
        let open = try story.bill(from: freelancer)
        try browser.open("/factures/\(open.id)/encaisser")
        let other = try browser.send("/factures/\(open.id)/encaisser", money)
        #expect(other.status == 422 && other.text.contains("Ce formulaire n’est plus valable"))
    }

    @Test func `can be written again under its true day once a wrong one was undone`() throws {
        try story.credit(bill, fifty)
        try giveBack(fifty, on: first)
        wait(days: 3)
        let refund = try #require(try story.reader.payments(of: bill.id).last)
        try UndoReceipt(companyID: freelancer.companyID, invoiceID: bill.id, paymentID: refund.id)
            .run(in: story.office(of: .dashboard))
        try giveBack(fifty, on: first.adding(days: 1))
        #expect(try story.reader.owedBack(ofInvoice: bill.id) == .zero)
    }
}
