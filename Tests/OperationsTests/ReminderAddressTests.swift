import Curl
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The addresses of a reminder` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser
    private static let sentence = "Ce client n’a pas d’adresse e-mail"

    init() throws {
        freelancer = try story.connectedFreelancer()
        browser = Browser(story, of: freelancer)
        try browser.open("/factures")
    }

    private func handed(to buyer: Buyer) throws -> Bill {
        let bill = try story.bill(from: freelancer, to: buyer)
        try MarkAsSent(companyID: freelancer.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        return bill
    }

    /// The freelancer comes back on the day on which the first reminder is due, still logged in.
    private func comeBack() throws {
        story.goToMorning(28)
        try story.forge("UPDATE sessions SET expires_at = '2036-01-01'")
    }

    private func remind(_ bill: Bill) throws {
        try RemindClient(companyID: freelancer.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        try story.doErrands()
    }

    private func reached(since count: Int) -> [String] {
        story.mails.dropFirst(count).flatMap(\.envelope.recipients).filter { $0 != freelancer.email }
    }

    @Test func `are none of a client without one, which is said, and the step stays proposed`() throws {
        let bill = try handed(to: .person)
        try comeBack()
        for path in ["/relances", "/factures/\(bill.id)"] {
            let page = try browser.open(path).text
            #expect(page.contains(Self.sentence), "\(path)")
            #expect(!page.contains(">Relancer<"), "\(path)")
        }
        #expect(throws: UnknownAddress()) { try remind(bill) }
        #expect(throws: UnknownAddress()) { try browser.send("/relances/\(bill.id)") }
        try story.keepReminders(true, of: freelancer)
        try story.remind()
        #expect(try story.reader.reminders(of: bill.id).isEmpty)
        try story.forge("UPDATE clients SET email = 'zoe@exemple.fr'")
        #expect(try browser.open("/relances").text.contains("zoe@exemple.fr"))
        try remind(bill)
        #expect(reached(since: 0) == ["zoe@exemple.fr"])
    }

    @Test func `are those of the last mail, when it was typed`() throws {
        let bill = try story.bill(from: freelancer, to: .person)
        try story.send(bill, to: "ancienne@exemple.fr", with: browser)
        try story.send(bill, to: "a@exemple.fr, b@exemple.fr", with: browser)
        try story.doErrands()
        let count = story.mails.count
        try comeBack()
        #expect(try browser.open("/relances").text.contains("a@exemple.fr, b@exemple.fr"))
        #expect(try browser.open("/factures/\(bill.id)").text.contains("a@exemple.fr, b@exemple.fr"))
        try remind(bill)
        #expect(reached(since: count) == ["a@exemple.fr", "b@exemple.fr"])
        #expect(try story.reader.reminders(of: bill.id).map(\.state) == [.sent])
    }

    @Test func `are not those that refused, and the client's of today when all did`() throws {
        let bill = try story.bill(from: freelancer)
        try story.send(bill, to: "a@exemple.fr, b@exemple.fr", with: browser)
        story.mailAnswers = [.success(.refusedForGood(code: 550))]
        try story.doErrands()
        #expect(try story.reader.reminderRecipients(of: bill.id) == ["b@exemple.fr"])
        try story.send(bill, to: "c@exemple.fr", with: browser)
        story.mailAnswers = [.success(.refusedForGood(code: 550))]
        try story.doErrands()
        try story.forge("UPDATE clients SET email = 'nouvelle@atelier-durand.exemple'")
        #expect(try story.reader.reminderRecipients(of: bill.id) == ["nouvelle@atelier-durand.exemple"])
    }

    @Test func `that are gone when the mail is to leave are missed, and it is said where the invoice is followed`()
        throws
    {
        let bill = try handed(to: .studio)
        try comeBack()
        try RemindClient(companyID: freelancer.companyID, invoiceID: bill.id).run(in: story.office(of: .dashboard))
        try story.forge("UPDATE clients SET email = NULL")
        try story.doErrands()
        #expect(reached(since: 0) == [])
        let reminder = try #require(try story.reader.reminders(of: bill.id).first)
        #expect(reminder.state == .dropped && reminder.reason == .noAddress)
        #expect(try story.reader.moments(of: bill.id).map(\.kind).contains(.unreminded))
        let page = try browser.open("/factures/\(bill.id)").text
        #expect(page.contains("Relance non envoyée"))
        #expect(page.contains("non envoyée, faute d’adresse e-mail"))
    }

    @Test func `are each asked once, when one of them was put off`() throws {
        let bill = try story.bill(from: freelancer)
        try story.send(bill, to: "a@exemple.fr, b@exemple.fr", with: browser)
        try story.doErrands()
        try comeBack()
        let count = story.mails.count
        story.mailAnswers = [.success(.accepted), .success(.refusedForNow(code: 450))]
        try remind(bill)
        #expect(try story.reader.reminders(of: bill.id).map(\.state) == [.checked])
        story.wait(seconds: 600)
        try story.doErrands()
        #expect(reached(since: count) == ["a@exemple.fr", "b@exemple.fr", "b@exemple.fr"])
        #expect(try story.reader.reminders(of: bill.id).map(\.state) == [.sent])
    }
}
