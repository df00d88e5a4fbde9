import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing
import Web

/// C3: « Vue » means a person who is not the seller.
@Suite(.database(.needme)) struct `The opening of an invoice` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    let client: Browser
    private var page: String { "/f/\(bill.link.text)" }

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
        client = Browser(story)
        client.agent = Browser.telephone
    }

    @Test func `is noted by the second request, once, with its time, and told to the seller once`() throws {
        #expect(try client.open(page).text.contains("data-opened=\"\(page)/vue\""))
        #expect(try invoice.seenAt == nil, "The first request alone proves nobody.")
        let moment = story.now
        try client.send(page + "/vue")
        story.wait(seconds: 60)
        try client.send(page + "/vue")
        #expect(try invoice.seenAt == moment)
        #expect(try invoice.delivery == .seen)
        #expect(try announcements == 1)
        let pages = try ["/factures/\(bill.id)", "/notifications"].map { try Browser(story, of: freelancer).open($0) }
        #expect(pages[0].text.contains("Vue par votre client le"))
        #expect(pages[1].text.contains("Facture vue"))
    }

    @Test func `by the seller, logged in, does not count`() throws {
        let preview = Browser(story, of: freelancer)
        preview.agent = Browser.telephone
        try preview.open(page)
        try preview.send(page + "/vue")
        #expect(try invoice.seenAt == nil)
    }

    @Test func `by another freelancer, who is the client, counts`() throws {
        let other = Browser(story, of: try story.freelancer("paul@exemple.fr"))
        other.agent = Browser.telephone
        try other.send(page + "/vue")
        #expect(try invoice.seenAt != nil)
    }

    @Test(arguments: [nil, "curl/8", "Mozilla/5.0 (compatible; bingbot/2.0)", "Mozilla/5.0 HeadlessChrome/140.0"])
    func `by a program does not count, and it is not asked`(agent: String?) throws {
        client.agent = agent
        #expect(try !client.open(page).text.contains("/vue"))
        try client.send(page + "/vue")
        #expect(try invoice.seenAt == nil)
    }

    @Test func `is not proved by HEAD, by a walk along addresses, nor from another site`() throws {
        try client.open(page, .head)
        try client.open(page + "/vue")
        #expect(try client.open(page + "/vue", .head).status == 404)
        client.origin = "https://elsewhere.test"
        try client.send(page + "/vue")
        #expect(try invoice.seenAt == nil)
    }

    @Test func `of an invoice that is paid is noted and makes no noise`() throws {
        try story.pay(bill)
        try story.settleDown()
        try client.send(page + "/vue")
        #expect(try invoice.seenAt != nil)
        #expect(try announcements == 0)
    }

    @Test func `is not undone by sending the invoice again`() throws {
        try client.send(page + "/vue")
        try MarkAsSent(companyID: freelancer.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        #expect(try invoice.delivery == .seen)
    }

    @Test func `by a link that was replaced is none`() throws {
        try ReplaceLink(companyID: freelancer.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        try client.send(page + "/vue")
        #expect(try invoice.seenAt == nil)
    }

    private var invoice: Invoice {
        get throws { try #require(try story.reader.invoice(bill.id, of: freelancer.companyID)) }
    }

    private var announcements: Int {
        get throws { try story.reader.notifications(of: freelancer.companyID).count { $0.kind == .invoiceSeen } }
    }
}
