import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

/// Money that a credit note took back after it was paid: it is the client's, until it went back.
@Suite(.database(.needme)) struct `Money to give back` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    let browser: Browser

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
        browser = Browser(story, of: freelancer)
    }

    private let total = Cents(135_000)

    private func owed() throws -> Cents { try story.reader.owedBack(ofInvoice: bill.id) }

    private func giveBack(_ amount: Cents, key: Token? = nil) throws {
        try RecordRefund(
            companyID: freelancer.companyID,
            invoiceID: bill.id,
            MoneyByHand(amount, by: .transfer, on: story.now.parisDay, key: key ?? Token.random(from: story.outside))
        ).run(in: story.office(of: .dashboard))
    }

    private func lines() throws -> [RegisterLine.Entry] {
        try story.reader.registerLines(of: freelancer.companyID).map(\.entry)
    }

    @Test func `is said on the invoice, in the list and in what is to be done`() throws {
        try story.receive(total, for: bill)
        #expect(try owed() == .zero)
        try story.credit(bill)
        #expect(try owed() == total)
        for page in ["/factures/\(bill.id)", "/factures", "/factures?etat=annulees", "/"] {
            #expect(try browser.open(page).text.contains("À rembourser\u{A0}: 1\u{202F}350,00\u{202F}€"), "\(page)")
        }
        #expect(try browser.open("/factures/\(bill.id)").text.contains("/factures/\(bill.id)/rembourser"))
    }

    @Test func `is what was paid beyond what a credit note left to ask`() throws {
        try story.receive(total, for: bill)
        try story.credit(bill, Cents(35_000))
        #expect(try owed() == Cents(35_000))
        try story.credit(bill, Cents(10_000))
        #expect(try owed() == Cents(45_000))
    }

    @Test func `is nothing while the client has not paid what a credit note took off`() throws {
        try story.receive(Cents(50_000), for: bill)
        try story.credit(bill, Cents(35_000))
        #expect(try owed() == .zero)
        #expect(try story.reader.owedBack(of: freelancer.companyID).isEmpty)
    }

    @Test func `by hand leaves the register by a line that cites the credit note, once for one form`() throws {
        try story.receive(total, for: bill)
        try story.credit(bill)
        try browser.open("/factures/\(bill.id)/rembourser")
        let form = [
            ("amount", "350"), ("means", "VIREMENT"), ("received_on", story.now.parisDay.iso), ("note", "vir. 7"),
            ("cle", Token.random(from: story.outside).text),
        ]
        for _ in 1...2 { #expect(try browser.send("/factures/\(bill.id)/rembourser", form).status == 200) }
        #expect(try owed() == Cents(100_000))
        let line = try #require(try lines().last)
        #expect(try lines().map(\.amount) == [total, Cents(-35_000)])
        #expect(line.document == "A-2026-0001" && line.reference == "vir. 7" && line.means == .transfer)
        #expect(line.nature.hasPrefix("Remboursement de la facture F-2026-0001"))
        try giveBack(Cents(100_000))
        #expect(try owed() == .zero)
        #expect(try !browser.open("/factures").text.contains("À rembourser"))
        #expect(try story.reader.invoice(bill.id, of: freelancer.companyID)?.state == .cancelled(paid: total))
    }

    @Test func `is never more than was taken back`() throws {
        try story.receive(total, for: bill)
        try story.credit(bill, Cents(35_000))
        #expect(throws: InvoiceRefusal.moreThanOwedBack) { try giveBack(Cents(35_001)) }
        let form = [
            ("amount", "350,01"), ("means", "VIREMENT"), ("received_on", story.now.parisDay.iso),
            ("cle", Token.random(from: story.outside).text),
        ]
        try browser.open("/factures/\(bill.id)/rembourser")
        let page = try browser.send("/factures/\(bill.id)/rembourser", form)
        #expect(page.status == 422 && page.text.contains("Il reste 350,00\u{202F}€ à rembourser."))
        #expect(try story.reader.invoice(bill.id, of: freelancer.companyID)?.state == .paid(total))
    }

    @Test func `that was typed by mistake comes back by a counter-line`() throws {
        try story.receive(total, for: bill)
        try story.credit(bill)
        try giveBack(total)
        let refund = try #require(try story.reader.payments(of: bill.id).last)
        try UndoReceipt(companyID: freelancer.companyID, invoiceID: bill.id, paymentID: refund.id)
            .run(in: story.office(of: .dashboard))
        #expect(try owed() == total)
        #expect(try lines().map(\.amount).sum == total)
        #expect(try lines().last?.nature.hasPrefix("Annulation du remboursement") == true)
    }

    @Test func `leaves no receipt to undo once it went back`() throws {
        try story.receive(total, for: bill)
        try story.credit(bill)
        try giveBack(Cents(100))
        let receipt = try #require(try story.reader.payments(of: bill.id).first)
        #expect(throws: InvoiceRefusal.moreThanReceived) {
            try UndoReceipt(companyID: freelancer.companyID, invoiceID: bill.id, paymentID: receipt.id)
                .run(in: story.office(of: .dashboard))
        }
    }

    @Test func `that came through Stripe is given back there, and then nothing is to be given back`() throws {
        try story.pay(bill)
        try story.settleDown()
        try story.credit(bill)
        let page = try browser.open("/factures/\(bill.id)").text
        #expect(page.contains("À rembourser\u{A0}: 1\u{202F}350,00") && page.contains("Rembourser chez Stripe"))
        let payment = try #require(try story.reader.payments(of: bill.id).first?.source.reference)
        story.stripe.refund(payment)
        try story.settleDown()
        #expect(try owed() == .zero)
    }
}
