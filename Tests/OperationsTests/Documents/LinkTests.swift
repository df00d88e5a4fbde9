import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing
import Web

@Suite(.database(.needme)) struct `A link that is replaced` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
    }

    private func replace() throws -> Token {
        try ReplaceLink(companyID: freelancer.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        return try #require(try story.reader.newestLink(of: bill.id).flatMap(Token.init))
    }

    @Test func `gives way to one that shows the invoice`() throws {
        let link = try replace()
        #expect(link != bill.link)
        #expect(try Browser(story).open("/f/\(link.text)").status == 200)
        let old = try Browser(story).open("/f/\(bill.link.text)")
        #expect(old.status == 410)
        #expect(!old.text.contains(bill.number.text))
    }

    @Test func `leads to no payment, not even by its QR code`() throws {
        _ = try replace()
        let answer = try StartPayment(link: bill.link).run(in: story.office(of: .stripe), stripe: story.stripe.line)
        #expect(answer == .invoice)
        #expect(try Browser(story).open("/f/\(bill.link.text)/payer").status == 410)
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID))
        #expect(try story.reader.liveAttempts(of: account.account).isEmpty)
    }

    @Test func `does not lose the money of a page that was open`() throws {
        let session = try story.pay(bill)
        let link = try replace()
        try story.comeBack(bill, session: session)
        #expect(try story.books(of: bill).state == .paid(Cents(135_000)))
        #expect(try Browser(story).open("/f/\(link.text)").text.contains("acquittée"))
    }

    @Test func `is in the code of the next PDF no more`() throws {
        let link = try replace()
        let pdf = try Browser(story).open("/f/\(link.text)/facture.pdf").response.body
        #expect(pdf.contains(Array("/f/\(link.text)/payer".utf8)))
        #expect(!pdf.contains(Array(bill.link.text.utf8)))
    }

    @Test func `is one's own, and an issued invoice's`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        #expect(throws: NotFound.self) {
            try ReplaceLink(companyID: paul.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        }
        let draft = try story.draft(for: try story.client(of: freelancer), of: freelancer)
        #expect(throws: InvoiceRefusal.notIssued) {
            try ReplaceLink(companyID: freelancer.companyID, invoiceID: draft).run(in: story.office(of: .dashboard))
        }
    }
}
