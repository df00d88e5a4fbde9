import Accounting
import Curl
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

/// What a freelancer's account at Stripe can do, and what it means for their invoices.
@Suite(.database(.needme)) struct `The Stripe account` {
    let story = Story()
    let freelancer: Freelancer
    let account: String

    init() throws {
        freelancer = try story.freelancer()
        account = try story.connect(freelancer)
    }

    @Test(arguments: [
        ("warn", StripeAccount.State.warned), ("restrict", .actionRequired), ("reject", .refused),
        ("review", .underReview),
    ])
    func `is read again when Stripe says that it has changed`(change: String, state: StripeAccount.State) throws {
        try move(change)
        #expect(try connected()?.state == state)
        try move("enable")
        #expect(try connected()?.state == .active)
    }

    @Test func `that is warned says what Stripe wants and until when, and still takes payments`() throws {
        let bill = try story.bill(from: freelancer)
        try move("warn")
        let reading = try #require(try connected()?.reading)
        #expect(reading.wanted == ["individual.verification.document"])
        #expect(reading.deadline == story.now.adding(seconds: 14 * 86_400))
        let page = try Browser(story, of: freelancer).open("/entreprise/paiement-en-ligne").text
        #expect(page.contains("Votre pièce d’identité"))
        #expect(page.contains("2\u{A0}décembre\u{A0}2026"))
        #expect(page.contains("Reprendre"))
        try story.pay(bill)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test(arguments: ["restrict", "reject", "review"]) func `that takes no payments takes the button away`(
        change: String
    ) throws {
        let bill = try story.bill(from: freelancer)
        try move(change)
        #expect(try !Browser(story).open("/f/\(bill.link.text)").text.contains("Payer en ligne"))
        #expect(throws: StoryError.self) { try story.click(bill) }
        try move("enable")
        #expect(try Browser(story).open("/f/\(bill.link.text)").text.contains("Payer en ligne"))
    }

    @Test func `is read before a payment when it was last read long ago, should its event be lost`() throws {
        let bill = try story.bill(from: freelancer)
        story.stripe.faults.losesEvents = true
        story.stripe.control("accounts/\(account)/restrict")
        story.wait(seconds: 3_601)
        #expect(throws: StoryError.self) { try story.click(bill) }
        #expect(try connected()?.state == .actionRequired)
    }

    @Test func `names its label, which the client reads before leaving for Stripe`() throws {
        let bill = try story.bill(from: freelancer)
        #expect(try connected()?.reading.statementPrefix == "ATELIER")
        #expect(try Browser(story).open("/f/\(bill.link.text)").text.contains("ATELIER* F-2026-0001"))
    }

    @Test func `that was left half-way says so, and is resumed`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        let office = story.office(of: .stripe)
        let start = StartOnboarding(companyID: paul.companyID, email: paul.email)
        let back = try #require(
            story.stripe.leaveOnboarding(url: try start.run(in: office, stripe: story.stripe.line), afterScreens: 2)
        )
        try Browser(story, of: paul).open(back)
        #expect(try story.reader.connectedAccount(of: paul.companyID)?.state == .toFinish)
        #expect(try Browser(story, of: paul).open("/entreprise/paiement-en-ligne").text.contains("Reprendre"))
        let finished = try #require(
            story.stripe.finishOnboarding(url: try start.run(in: office, stripe: story.stripe.line))
        )
        try Browser(story, of: paul).open(finished)
        #expect(try story.reader.connectedAccount(of: paul.companyID)?.state == .active)
        #expect(try story.count("stripe_accounts") == 2)
    }

    @Test func `whose link was used or is too old gives a new one`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        let start = StartOnboarding(companyID: paul.companyID, email: paul.email)
        let link = try start.run(in: story.office(of: .stripe), stripe: story.stripe.line)
        story.wait(seconds: 301)
        let refresh = try #require(story.stripe.open(link).location)
        #expect(try Browser(story).open(refresh).path == "/connexion", "Behind it stand the freelancer's papers.")
        #expect(try Browser(story, of: freelancer).open(refresh).status == 404)
        let fresh = try #require(try Browser(story, of: paul).open(refresh).location)
        #expect(fresh != link)
        let back = try #require(story.stripe.finishOnboarding(url: fresh))
        try Browser(story, of: paul).open(back)
        #expect(try story.reader.connectedAccount(of: paul.companyID)?.state == .active)
    }

    @Test func `is found again after a form whose address a second click has replaced`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        let start = StartOnboarding(companyID: paul.companyID, email: paul.email)
        let first = try start.run(in: story.office(of: .stripe), stripe: story.stripe.line)
        _ = try start.run(in: story.office(of: .stripe), stripe: story.stripe.line)
        let back = try #require(story.stripe.finishOnboarding(url: first))
        #expect(try Browser(story).open(back).status == 404)
        #expect(try Browser(story, of: paul).open(back).text.contains("Actif"))
        #expect(try story.count("stripe_accounts") == 2)
    }

    /// Stripe keeps a 500 under its key for a day: with the same key, no later click would ever get through.
    @Test func `is made at the next click when Stripe keeps a failure under the key`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        let start = StartOnboarding(companyID: paul.companyID, email: paul.email)
        for _ in 1...2 {
            story.stripe.faults.nextStatuses = [500, 500, 500]
            #expect(throws: StripeSilent.self) {
                try start.run(in: story.office(of: .stripe), stripe: story.stripe.line)
            }
        }
        _ = try start.run(in: story.office(of: .stripe), stripe: story.stripe.line)
        #expect(try story.reader.connectedAccount(of: paul.companyID) != nil)
        #expect(story.stripe.state.accountIdentifiers.count == 2, "Jeanne's and Paul's.")
    }

    @Test(arguments: [429, 409, 503]) func `is one at Stripe, whatever else kept the click from its answer`(status: Int)
        throws
    {
        let paul = try story.freelancer("paul@exemple.fr")
        let start = StartOnboarding(companyID: paul.companyID, email: paul.email)
        story.stripe.faults.lostAnswers = 3
        #expect(throws: StripeSilent.self) { try start.run(in: story.office(of: .stripe), stripe: story.stripe.line) }
        story.stripe.faults.nextStatuses = [status, status, status]
        #expect(throws: StripeSilent.self) { try start.run(in: story.office(of: .stripe), stripe: story.stripe.line) }
        _ = try start.run(in: story.office(of: .stripe), stripe: story.stripe.line)
        #expect(story.stripe.state.accountIdentifiers.count == 2, "Jeanne's and Paul's.")
    }

    @Test func `is read again for a capability that has changed, though nothing else is told`() throws {
        story.stripe.control("accounts/\(account)/restrict")
        let events = story.stripe.deliverEvents().filter { $0.type == "capability.updated" }
        #expect(!events.isEmpty)
        for event in events { try story.knock(event) }
        try story.doErrands()
        #expect(try connected()?.state == .actionRequired)
    }

    @Test func `keeps a newer reading when an older answer comes late`() throws {
        try readSlowly { story in
            story.wait(seconds: 1)
            story.stripe.control("accounts/\(account)/restrict")
            try story.settleDown()
        }
        #expect(try connected()?.state == .actionRequired)
    }

    @Test func `keeps a newer connection when an older answer says that it is gone`() throws {
        story.stripe.faults.losesEvents = true
        story.stripe.control("accounts/\(account)/revoke")
        try readSlowly { story in
            try story.disconnect(freelancer)
            story.wait(seconds: 1)
            story.stripe.control("accounts/\(account)/readmit")
            let row = try #require(try story.reader.formerAccounts(of: freelancer.companyID).first)
            _ = try ReconnectStripe(companyID: freelancer.companyID, accountID: row.id)
                .run(in: story.office(of: .stripe), stripe: story.stripe.line)
        }
        #expect(try connected()?.state == .active)
    }

    /// The worker reads the account, and something happens between Stripe's answer and its arrival.
    private func readSlowly(_ meanwhile: @escaping (Story) throws -> Void) throws {
        let stripe = story.stripe
        let (id, now) = (try #require(try connected()?.id), story.now)
        try Store(story.database.connect(as: .work)).write { try $0.leave(.readAccount, about: id, at: now) }
        var hasHappened = false
        let slow = Story.stripeLine { request throws(TransportError) in
            let answer = try stripe.exchange(request)
            guard !hasHappened else { return answer }
            hasHappened = true
            do {
                try meanwhile(story)
            } catch {
                Issue.record(error)
            }
            return answer
        }
        let office = story.office(on: story.database.connect(as: .work))
        let outcome = try DoErrand().run(in: office, stripe: slow, mail: story.mail)
        guard case .done = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    private func move(_ change: String) throws {
        story.stripe.control("accounts/\(account)/\(change)")
        try story.settleDown()
    }

    private func connected() throws -> StripeAccount? { try story.reader.connectedAccount(of: freelancer.companyID) }
}
