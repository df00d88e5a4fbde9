import Accounting
import Curl
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing
import Web

@Suite(.database(.needme)) struct `The mail a day` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser

    init() throws {
        freelancer = try story.freelancer()
        browser = Browser(story, of: freelancer)
    }

    @Test func `tells what is new and unread, once`() throws {
        try want()
        try tell(.receipt, Cents(50_000))
        try story.sendDigests()
        try story.sendDigests()
        #expect(story.mails.count == 1)
        let mail = try #require(story.mails.last)
        #expect(mail.envelope.recipients == [freelancer.email])
        let text = mail.text.replacing("=\r\n", with: "")
        #expect(text.contains("Vos notifications"))
        #expect(text.contains("/notifications"))
    }

    @Test func `does not tell again what it has told, nor what was read`() throws {
        try want()
        try tell(.receipt, Cents(50_000))
        try story.sendDigests()
        story.wait(seconds: 86_400)
        try story.sendDigests()
        #expect(story.mails.count == 1)
        try tell(.receipt, Cents(100))
        try browser.send("/notifications/lues")
        story.wait(seconds: 86_400)
        try story.sendDigests()
        #expect(story.mails.count == 1)
        try tell(.receipt, Cents(200))
        story.wait(seconds: 86_400)
        try story.sendDigests()
        #expect(story.mails.count == 2)
    }

    @Test func `goes to nobody who did not ask for it, and to nobody at night`() throws {
        try tell(.receipt, Cents(50_000))
        try story.sendDigests()
        try want()
        story.wait(seconds: 14 * 3_600)
        try story.sendDigests()
        #expect(story.mails.isEmpty)
        story.wait(seconds: 6 * 3_600)
        try story.sendDigests()
        #expect(story.mails.count == 1)
    }

    @Test func `stands on the page day by day, and page by page`() throws {
        for amount in 1...110 { try tell(.receipt, Cents(Int64(amount))) }
        story.wait(seconds: 86_400)
        try tell(.payout, Cents(184_210))
        let page = try browser.open("/notifications").text
        #expect(page.contains("<h2>Aujourd’hui</h2>") && page.contains("<h2>Hier</h2>"))
        #expect(page.contains("Versement de 1\u{202F}842,10\u{202F}€ prévu le 12\u{A0}mai\u{A0}2027"))
        #expect(page.matches(of: /<li class="unread">/).count == 100)
        let older = try #require(page.after("rel=\"next\" href=\"")?.before("\""))
        #expect(try browser.open(older).text.matches(of: /<li class="unread">/).count == 11)
        #expect(try browser.send("/notifications/lues").text.contains("class=\"unread\"") == false)
    }

    private func want() throws {
        let seen = try browser.open("/entreprise/e-mails").seen
        let words = [("invoice_subject", "Facture"), ("invoice_text", "Bonjour"), ("digest", "oui")]
        #expect(try browser.send("/entreprise/e-mails", words + seen).status == 200)
    }

    private func tell(_ kind: Notification.Kind, _ amount: Cents) throws {
        try story.forge(
            """
            INSERT INTO notifications (company_id, kind, amount_cents, day, created_at)
            VALUES (\(freelancer.companyID), \(kind.rawValue), \(amount.value), \(kind == .payout ? "2027-05-12" : nil),
                \(story.now))
            """
        )
    }
}
