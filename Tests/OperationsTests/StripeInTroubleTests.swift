import Accounting
import Curl
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

@Suite(.database(.needme)) struct `While Stripe is in trouble` {
    let story = Story()
    let bill: Bill

    init() throws {
        bill = try story.payableBill()
    }

    @Test(arguments: [429, 409, 503]) func `a click gets no session, and the next one the same attempt's`(status: Int)
        throws
    {
        story.stripe.faults.nextStatuses = [status, status, status]
        #expect(throws: StripeSilent.self) { try story.click(bill) }
        try payAtOnce()
        #expect(try story.count("payment_attempts") == 1)
    }

    @Test func `a session that Stripe does not know any more is replaced by the sweep and the next click`() throws {
        try story.click(bill)
        try story.forge("UPDATE payment_attempts SET session = 'cs_test_unknown', checked_at = '2020-01-01'")
        try story.sweep()
        #expect(try story.count("payment_attempts") == 1)
        try payAtOnce()
        #expect(try story.count("payment_attempts") == 2)
    }

    /// Stripe keeps a 500 under its key for a day: with the same key, no later click would ever get through.
    @Test func `an answer that Stripe keeps under the key does not keep the client from paying`() throws {
        story.stripe.faults.nextStatuses = [500, 500, 500]
        #expect(throws: StripeSilent.self) { try story.click(bill) }
        try payAtOnce()
    }

    @Test(arguments: [true, false]) func `a broken line gives one session, whether or not it arrived`(arrives: Bool)
        throws
    {
        let stripe = story.stripe
        let broken = Story.stripeLine { request throws(TransportError) in
            if arrives { _ = try stripe.exchange(request) }
            throw TransportError(code: 28, message: "Timeout was reached", mayHaveArrived: arrives)
        }
        #expect(throws: StripeSilent.self) {
            try StartPayment(link: bill.link).run(in: story.office(of: .stripe), stripe: broken)
        }
        try payAtOnce()
        #expect(try story.count("payment_attempts") == 1)
        #expect(try sessionsAtStripe() == 1)
    }

    @Test func `an answer lost on the way is found again`() throws {
        story.stripe.faults.lostAnswers = 1
        try payAtOnce()
        #expect(try sessionsAtStripe() == 1)
    }

    @Test func `the page still shows the invoice and the bank, and the click has a page of its own`() throws {
        let browser = Browser(story)
        story.stripe.faults.nextStatuses = [503, 503, 503]
        let page = try browser.send("/f/\(bill.link.text)/payer")
        #expect(page.status == 503)
        #expect(page.text.contains("Rien n’a été débité"))
        #expect(try browser.open("/f/\(bill.link.text)").text.contains("FR76"))
    }

    @Test func `who comes back is told that it is being checked, and the worker settles`() throws {
        let session = try story.pay(bill)
        story.stripe.faults.nextStatuses = [503, 503, 503]
        #expect(try story.comeBack(bill, session: session) == .checking)
        try story.doErrands()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `its event may come before its answer`() throws {
        let stripe = story.stripe
        var events: [SignedEvent] = []
        let slow = Story.stripeLine { request throws(TransportError) in
            let answer = try stripe.exchange(request)
            if request.url.hasSuffix("/checkout/sessions"), let id = identifier(in: answer) {
                stripe.pay(sessionURL: stripe.sessionURL(id))
                events = stripe.deliverEvents()
                for event in events { _ = try? knock(event, in: story.office(of: .webhook)) }
            }
            return answer
        }
        let answer = try StartPayment(link: bill.link).run(in: story.office(of: .stripe), stripe: slow)
        #expect(answer == .invoice)
        #expect(events.count == 4)
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    /// Two clicks ask with one key; the account is lost between the two answers.
    @Test func `a refusal that comes late does not undo what another click was granted`() throws {
        let stripe = story.stripe
        var session: String?
        let late = Story.stripeLine { request throws(TransportError) in
            if session == nil {
                session = (try? story.click(bill)).map(story.session(at:))
                if let session { stripe.pay(sessionURL: stripe.sessionURL(session)) }
                _ = try? story.deliver()
            }
            return HTTPResponse(status: 403, headers: [], body: Array(#"{"error":{"code":"account_invalid"}}"#.utf8))
        }
        #expect(throws: StripeSilent.self) {
            try StartPayment(link: bill.link).run(in: story.office(of: .stripe), stripe: late)
        }
        #expect(try story.reader.attempt(session: try #require(session))?.attempt.state == .paid)
    }

    private func payAtOnce() throws {
        try story.pay(bill)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    private func sessionsAtStripe() throws -> Int {
        let account = try #require(try story.reader.connectedAccount(of: try story.companyID(of: bill)))
        let answer = try story.stripe.exchange(
            HTTPRequest(
                url: SimulatedStripe.address + "/v1/checkout/sessions",
                headers: [
                    HTTPHeader("Authorization", "Bearer " + SimulatedStripe.secretKey),
                    HTTPHeader("Stripe-Account", account.account),
                ]
            )
        )
        return String(decoding: answer.body, as: UTF8.self).ranges(of: "\"id\":\"cs_").count
    }
}

/// The identifier that an answer of Stripe begins with.
private func identifier(in answer: HTTPResponse) -> String? {
    let text = String(decoding: answer.body, as: UTF8.self)
    return text.firstRange(of: "cs_test_").map { String(text[$0.lowerBound...].prefix { $0 != "\"" }) }
}
