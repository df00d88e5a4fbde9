import Accounting
import Curl
import Invoicing
import Mail
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `Sending an invoice` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    let browser: Browser

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
        browser = Browser(story, of: freelancer)
    }

    @Test func `by mail brings the client the link, and answers go to the freelancer`() throws {
        let page = try browser.open("/factures/\(bill.id)/envoyer").text
        #expect(page.contains("compta@atelier-durand.exemple"))
        #expect(page.contains("commission 23,20\u{202F}€, net 1\u{202F}326,80\u{202F}€"))
        #expect(try send().text.contains("Envoyée"))
        try story.doErrands()
        let mail = try #require(story.mails.last)
        #expect(mail.envelope.recipients == ["compta@atelier-durand.exemple"])
        #expect(mail.field("Reply-To")?.contains("jeanne@exemple.fr") == true)
        #expect(mail.text.replacing("=\r\n", with: "").contains("/f/\(bill.link.text)"))
        #expect(try story.reader.sendings(of: bill.id).count == 1)
    }

    @Test(arguments: ["mail", "manuel"]) func `has the switch in either way, on Oui until it is turned`(mode: String)
        throws
    {
        #expect(try browser.open("/factures/\(bill.id)/envoyer").text.contains("value=\"oui\" checked"))
        try send(mode: mode, online: "non")
        let invoice = try #require(try story.reader.invoice(bill.id, of: freelancer.companyID))
        #expect(!invoice.offersOnlinePayment)
        #expect(invoice.delivery == .sent)
        #expect(try browser.open("/factures/\(bill.id)/envoyer").text.contains("value=\"non\" checked"))
    }

    @Test func `by a form that is sent twice is one mail`() throws {
        let key = Token.random(from: story.outside).text
        for _ in 1...2 { try send(formKey: key) }
        try story.doErrands()
        #expect(story.mails.count == 1)
    }

    @Test func `with the switch on Non closes the page that the client has open`() throws {
        let page = try story.click(bill)
        try send(online: "non")
        try story.doErrands()
        #expect(story.stripe.pay(sessionURL: page).status == 410)
    }

    @Test func `to an address or with words that cannot be sent says so beside the field`() throws {
        try browser.open("/factures/\(bill.id)/envoyer")
        for wrong in [("recipient", "x"), ("recipient", ""), ("subject", ""), ("message", " ")] {
            let page = try send(changing: wrong)
            #expect(page.status == 422, "\(wrong)")
            #expect(page.text.contains("id=\"\(wrong.0)-message\""), "\(wrong)")
        }
        #expect(try story.count("sendings") == 0)
    }

    @Test func `that the mail server refuses for good is told to the freelancer`() throws {
        try send()
        story.mailAnswers = [.success(.refusedForGood(code: 550))]
        try story.doErrands()
        #expect(try story.reader.notifications(of: freelancer.companyID).first?.kind == .mailFailed)
    }

    @Test func `of another company's invoice, or of a draft, is not possible`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        #expect(try Browser(story, of: paul).open("/factures/\(bill.id)/envoyer").status == 404)
        let draft = try story.draft(for: try story.client(of: freelancer), of: freelancer)
        #expect(try browser.open("/factures/\(draft)/envoyer").status == 404)
    }

    @discardableResult
    private func send(
        mode: String = "mail",
        online: String = "oui",
        changing change: (String, String)? = nil,
        formKey: String? = nil
    ) throws -> Browser.Page {
        let page = try browser.open("/factures/\(bill.id)/envoyer").text
        let key = try formKey ?? #require(page.after("name=\"cle\" value=\"")?.before("\""))
        let fields = [
            ("recipient", "compta@atelier-durand.exemple"), ("subject", "Facture"),
            ("message", "Bonjour,\r\nVoici.\r\n"),
            ("mode", mode), ("online_payment", online), ("cle", key),
        ]
        return try browser.send("/factures/\(bill.id)/envoyer", fields.map { change?.0 == $0.0 ? change ?? $0 : $0 })
    }
}
