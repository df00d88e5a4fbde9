import Accounting
import Curl
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Payments
import Store
import Stripe
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing
import Web

/// « J’ai déjà un compte Stripe ».
@Suite(.database(.needme)) struct `Connecting an account that exists already` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser

    init() throws {
        freelancer = try story.freelancer()
        browser = Browser(story, of: freelancer)
    }

    @Test func `leads to Stripe and back, and payments are on`() throws {
        let page = try browser.open(try agree())
        #expect(page.path == "/entreprise/paiement-en-ligne")
        #expect(page.text.contains("Actif"))
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID))
        #expect(account.origin == .existing)
        let bill = try story.bill(from: freelancer)
        try story.pay(bill)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `takes 0,2 % on top of what Stripe takes, which makes the promised price with an ordinary card`() throws
    {
        try browser.open(try agree())
        let bill = try story.bill(from: freelancer)
        try story.pay(bill)
        try story.settleDown()
        let fees = try #require(try story.reader.payments(of: bill.id).first?.fees)
        #expect(fees.platform == Cents(270))
        #expect(fees.total == Commission.on(Cents(135_000)))
    }

    @Test func `that is refused at Stripe changes nothing`() throws {
        let page = try browser.open(try agree(false))
        #expect(page.text.contains("Vous n’avez pas autorisé"))
        #expect(try story.count("stripe_accounts") == 0)
    }

    @Test func `with a state that is not this session's is refused, and no code is exchanged`() throws {
        let back = try agree()
        let stranger = try story.freelancer("paul@exemple.fr")
        #expect(try Browser(story, of: stranger).open(back).status == 409)
        #expect(try browser.open(back.replacingState(String(repeating: "A", count: 43))).status == 409)
        #expect(try browser.open(back.replacingState("x")).status == 409)
        #expect(try story.count("stripe_accounts") == 0)
        #expect(try browser.open(back).text.contains("Actif"), "The code is still good.")
    }

    @Test func `works once: coming back a second time exchanges nothing`() throws {
        let back = try agree()
        try browser.open(back)
        #expect(try browser.open(back).status == 409)
        try story.settleDown()
        #expect(try story.reader.connectedAccount(of: freelancer.companyID)?.state == .active)
    }

    @Test func `never exchanges a code twice, even when the answer is lost`() throws {
        let back = try agree()
        story.stripe.faults.lostAnswers = 1
        #expect(try browser.open(back).status == 503)
        try story.settleDown()
        #expect(try story.count("stripe_accounts") == 0)
        #expect(try browser.open(try agree()).text.contains("Actif"))
    }

    @Test func `of another company here is refused`() throws {
        try browser.open(try agree())
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID)?.account)
        let paul = try story.freelancer("paul@exemple.fr")
        let other = Browser(story, of: paul)
        try other.open("/entreprise/paiement-en-ligne")
        let address = try #require(try other.send("/stripe/oauth").location)
        let back = try #require(story.stripe.connectExisting(authorizeURL: address, account: account))
        #expect(try other.open(back).text.contains("n’a pas pu être relié"))
        #expect(try story.reader.connectedAccount(of: paul.companyID) == nil)
        #expect(try story.reader.account(named: account)?.companyID == freelancer.companyID)
    }

    @Test func `that another company here has lost is refused, and nothing is left at Stripe`() throws {
        try browser.open(try agree())
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID)?.account)
        story.stripe.control("accounts/\(account)/revoke")
        try story.settleDown()
        let other = Browser(story, of: try story.freelancer("paul@exemple.fr"))
        try other.open("/entreprise/paiement-en-ligne")
        let address = try #require(try other.send("/stripe/oauth").location)
        let back = try #require(story.stripe.connectExisting(authorizeURL: address, account: account))
        #expect(try other.open(back).text.contains("n’a pas pu être relié"))
        try story.settleDown()
        #expect(throws: StripeError.self) { try story.stripe.client.retrieveAccount(id: account) }
    }

    @Test func `disconnected here is disconnected at Stripe, after its pages were closed`() throws {
        try browser.open(try agree())
        let bill = try story.bill(from: freelancer)
        let page = try story.click(bill)
        try story.disconnect(freelancer)
        try story.settleDown()
        #expect(story.stripe.pay(sessionURL: page).status == 410)
        let account = try #require(try story.reader.formerAccounts(of: freelancer.companyID).first)
        #expect(account.disconnectedBy == .seller)
        #expect(throws: (any Error).self) { try story.stripe.client.retrieveAccount(id: account.account) }
        try browser.open("/entreprise/paiement-en-ligne")
        let address = try #require(try browser.send("/stripe/oauth").location)
        let back = try #require(story.stripe.connectExisting(authorizeURL: address, account: account.account))
        #expect(try browser.open(back).text.contains("Actif"))
        #expect(try story.count("stripe_accounts") == 1)
    }

    /// What Stripe wants of such an account it asks for in the freelancer's own pages: it refuses us a form for them.
    @Test func `is completed in the freelancer's own pages at Stripe`() throws {
        try browser.open(try agree())
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID)?.account)
        story.stripe.control("accounts/\(account)/restrict")
        try story.settleDown()
        let page = try browser.open("/entreprise/paiement-en-ligne").text
        let resume = try #require(page.ranges(of: "Reprendre").first)
        let form = try #require(page[..<resume.lowerBound].ranges(of: "<form method=\"post\" action=\"").last)
        #expect(page[form.upperBound...].hasPrefix("/stripe/tableau-de-bord\""))
        let own = "https://dashboard.stripe.com/test/payments"
        #expect(try browser.send("/stripe/tableau-de-bord").location == own)
        #expect(try browser.send("/stripe/connexion").location == own, "A page that was open before says so, too.")
    }

    @Test func `is not begun by a company that is connected`() throws {
        try browser.open(try agree())
        #expect(try browser.send("/stripe/oauth").path == "/entreprise/paiement-en-ligne")
    }

    @Test func `is not finished by a company that was connected meanwhile, and nothing is left at Stripe`() throws {
        let back = try agree()
        try story.connect(freelancer)
        #expect(try browser.open(back).text.contains("n’a pas pu être relié"))
        #expect(try story.count("stripe_accounts") == 1)
        #expect(story.stripe.state.accountIdentifiers.count == 2)
        #expect(throws: StripeError.self) { try story.stripe.client.retrieveAccount(id: try #require(granted)) }
    }

    @Test func `is given back to Stripe when the company is connected while the code is exchanged`() throws {
        let back = try agree()
        let stripe = story.stripe
        let slow = Story.stripeLine { request throws(TransportError) in
            let answer = try stripe.exchange(request)
            if request.url.hasSuffix("/oauth/token") { _ = try? story.connect(freelancer) }
            return answer
        }
        #expect(try comeBack(back, slow) == .taken)
        #expect(try story.count("stripe_accounts") == 1)
        #expect(throws: StripeError.self) { try stripe.client.retrieveAccount(id: try #require(granted)) }
    }

    @Test func `is kept when Stripe does not say at once what the account can do, and the worker reads it`() throws {
        let back = try agree()
        let stripe = story.stripe
        let half = Story.stripeLine { request throws(TransportError) in
            guard request.url.contains("/v1/accounts/") else { return try stripe.exchange(request) }
            throw TransportError(code: 28, message: "Timeout was reached", mayHaveArrived: true)
        }
        #expect(try comeBack(back, half) == .connected)
        #expect(try story.reader.connectedAccount(of: freelancer.companyID)?.state == .underReview)
        try story.doErrands()
        #expect(try story.reader.connectedAccount(of: freelancer.companyID)?.state == .active)
    }

    @Test func `whose grant is of the other mode than our key is not connected`() throws {
        let back = try agree()
        let stripe = story.stripe
        let live = Story.stripeLine { request throws(TransportError) in
            let answer = try stripe.exchange(request)
            let text = String(decoding: answer.body, as: UTF8.self)
                .replacing("\"livemode\":false", with: "\"livemode\":true")
            return HTTPResponse(status: answer.status, headers: answer.headers, body: Array(text.utf8))
        }
        #expect(throws: StripeSilent.self) { try comeBack(back, live) }
        #expect(try story.count("stripe_accounts") == 0)
    }

    @Test func `that is disconnected while a delayed payment is under way is left once its outcome is known`() throws {
        try browser.open(try agree())
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID)?.account)
        let bill = try story.bill(from: freelancer)
        story.stripe.faults.delaysPayments = true
        let session = try story.pay(bill)
        try story.settleDown()
        try story.disconnect(freelancer)
        for _ in 1...80 {
            try story.doErrands()
            story.wait(seconds: 3_600)
        }
        story.stripe.faults.nextStatuses = [401]
        let refused = try story.doErrands()
        #expect(refused.count == 1)
        #expect(try story.count("outbox WHERE done_at IS NULL") == 1, "One refusal after a long wait does not end it.")
        story.wait(seconds: 3_600)
        _ = try story.stripe.client.retrieveAccount(id: account)
        story.stripe.control("payments/\(try story.payment(of: session))/succeed")
        try story.settleDown()
        #expect(try story.books(of: bill).state == .paid(Cents(135_000)))
        story.wait(seconds: 3_600)
        try story.doErrands()
        #expect(throws: StripeError.self) { try story.stripe.client.retrieveAccount(id: account) }
        #expect(try story.count("outbox WHERE done_at IS NULL") == 0)
        #expect(try story.reader.payments(of: bill.id).first?.confirmedAt != nil, "It could still be read again.")
    }

    /// The account that was chosen at Stripe.
    private var granted: String? { story.stripe.state.accountIdentifiers.first }

    /// The freelancer comes back over another line to Stripe.
    private func comeBack(_ address: String, _ line: StripeLine) throws -> ReturnFromOAuth.Answer {
        let query = Form(encoded: (address.split(separator: "?").last ?? "").utf8)
        let state = try #require(query["state"].flatMap(Token.init))
        return try ReturnFromOAuth(
            companyID: freelancer.companyID,
            session: freelancer.session,
            state: state,
            code: query["code"]
        ).run(in: story.office(of: .stripe), stripe: line)
    }

    /// The freelancer clicks and answers at Stripe; where they are sent then.
    private func agree(_ accepts: Bool = true) throws -> String {
        try browser.open("/entreprise/paiement-en-ligne")
        let address = try #require(try browser.send("/stripe/oauth").location)
        return try #require(story.stripe.connectExisting(authorizeURL: address, accepts: accepts))
    }
}

extension String {
    /// The same address with another state.
    fileprivate func replacingState(_ state: String) -> String {
        guard let range = firstRange(of: /state=[A-Za-z0-9_-]+/) else { return self }
        return replacingCharacters(in: range, with: "state=" + state)
    }

    private func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
