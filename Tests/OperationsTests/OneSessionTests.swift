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

@Suite(.database(.needme)) struct `The session of an invoice` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
    }

    @Test func `is the same for the second tab`() throws {
        #expect(try story.click(bill) == story.click(bill))
        #expect(try story.count("payment_attempts") == 1)
    }

    @Test func `is the same for clicks at the same moment`() throws {
        let stripe = SharedStripe(story.stripe)
        let (database, now, link) = (story.database, story.now, bill.link)
        let outcomes = race(5) { runner in
            let office = Story.office(on: database.connect(as: .stripe), at: now, seed: runner)
            return try StartPayment(link: link).run(in: office, stripe: stripe.line)
        }
        let answers = try outcomes.map { try $0.get() }
        let first = try #require(answers.first)
        #expect(first != .invoice)
        #expect(answers == Array(repeating: first, count: 5))
        #expect(try story.count("payment_attempts") == 1)
    }

    @Test func `is another one shortly before the first ends, and the first is closed`() throws {
        let first = try story.click(bill)
        story.wait(seconds: 7_000)
        let second = try story.click(bill)
        #expect(first != second)
        #expect(story.stripe.pay(sessionURL: first).status == 410)
        story.stripe.pay(sessionURL: second)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `that was paid just before it is replaced is settled instead`() throws {
        let first = try story.click(bill)
        story.stripe.pay(sessionURL: first)
        story.wait(seconds: 7_000)
        #expect(throws: StoryError.self) { try story.click(bill) }
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `is another one when the amount has changed, and the first is closed`() throws {
        let first = try story.click(bill)
        try story.forge("UPDATE payment_attempts SET amount_cents = 1")
        let second = try story.click(bill)
        #expect(first != second)
        #expect(story.stripe.pay(sessionURL: first).status == 410)
    }

    /// Between our question and Stripe's answer, the freelancer is at work.
    @Test(arguments: ["receipt", "switch", "disconnect"])
    func `is given to nobody, and closed, when it is out of date before Stripe has answered`(gesture: String) throws {
        let (story, bill, freelancer) = (story, bill, freelancer)
        let slow = Story.stripeLine { request throws(TransportError) in
            let answer = try story.stripe.exchange(request)
            if request.url.hasSuffix("/checkout/sessions") {
                switch gesture {
                case "receipt": try? story.receive(Cents(35_000), for: bill)
                case "switch": try? story.turn(bill, false)
                default: try? story.disconnect(freelancer)
                }
            }
            return answer
        }
        _ = try StartPayment(link: bill.link).run(in: story.office(of: .stripe), stripe: slow)
        let former = try #require(
            try story.database.connect().row("SELECT session FROM payment_attempts ORDER BY id LIMIT 1")
        )
        let session: String = try former["session"]
        try story.doErrands()
        #expect(story.stripe.pay(sessionURL: story.stripe.sessionURL(session)).status == 410)
    }

    @Test func `says who pays what, and offers Klarna to a person only`() throws {
        for (buyer, methods) in [(Buyer.studio, ["card"]), (.person, ["card", "klarna"])] {
            let bill = try story.bill(from: freelancer, to: buyer)
            let session = story.session(at: try story.click(bill))
            let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID)?.account)
            let asked = try story.stripe.client.retrieveCheckoutSession(id: session, account: account)
            let record = try #require(try story.reader.attempt(session: session))
            #expect(asked.paymentMethodTypes == methods)
            #expect(asked.amountTotal == Cents(135_000))
            #expect(asked.clientReferenceID == String(bill.id))
            #expect(asked.expiresAt == record.sessionExpiresAt)
            let expected = ["invoice_id": "\(bill.id)", "attempt_id": "\(record.id)", "env": "needme.test"]
            #expect(asked.metadata == expected)
            let page = story.stripe.open(story.stripe.sessionURL(session)).text
            #expect(page.contains("Facture \(bill.number.text)"))
            if let email = buyer.email { #expect(page.contains(email)) }
        }
    }

    @Test func `is on the new account after the freelancer has connected another one`() throws {
        let first = try story.click(bill)
        let former = try #require(try story.reader.connectedAccount(of: freelancer.companyID))
        story.stripe.control("accounts/\(former.account)/revoke")
        try story.deliver()
        try story.doErrands()
        let account = try story.connect(freelancer)
        #expect(account != former.account)
        let second = try story.click(bill)
        #expect(first != second)
        story.stripe.pay(sessionURL: second)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `is not asked about for ever on an account that is gone`() throws {
        try story.click(bill)
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID))
        story.stripe.control("accounts/\(account.account)/revoke")
        story.wait(seconds: 7_300)
        try story.sweep()
        story.wait(seconds: 200)
        #expect(try story.sweep() == 0)
    }

    @Test func `is refused by an account that is gone, which is then held for disconnected`() throws {
        let account = try #require(try story.reader.connectedAccount(of: freelancer.companyID))
        story.stripe.control("accounts/\(account.account)/revoke")
        #expect(throws: (any Error).self) { try story.click(bill) }
        #expect(try story.reader.connectedAccount(of: freelancer.companyID) == nil)
        #expect(try story.reader.account(named: account.account)?.state == .disconnected)
    }

    @Test func `is neither offered nor given for less than Stripe takes`() throws {
        let small = try story.bill(from: freelancer, [.line("Timbre", "1", "0,49")])
        #expect(try !Browser(story).open("/f/\(small.link.text)").text.contains("Payer en ligne"))
        #expect(throws: StoryError.self) { try story.click(small) }
    }

    @Test func `is neither offered nor given when online payment is off`() throws {
        let draft = try story.draft(for: try story.client(of: freelancer), of: freelancer)
        let bill = try story.issue(draft, of: freelancer, online: false)
        #expect(try !Browser(story).open("/f/\(bill.link.text)").text.contains("Payer en ligne"))
        #expect(try Browser(story).send("/f/\(bill.link.text)/payer").path == "/f/\(bill.link.text)")
        #expect(try story.count("payment_attempts") == 0)
    }
}
