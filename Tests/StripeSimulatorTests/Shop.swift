import Accounting
import Curl
import Stripe
import StripeSimulator
import StripeTestSupport
import Testing

/// A freelancer whose account takes payments.
struct Shop {
    let stripe: SimulatedStripe
    let account: String

    init(in stripe: SimulatedStripe = SimulatedStripe()) throws {
        self.stripe = stripe
        let account = try stripe.client.createAccount(
            email: "jeanne@exemple.fr",
            website: nil,
            userReference: "u1",
            idempotencyKey: "acct:\(UInt64.random(in: 0...UInt64.max))"
        )
        self.account = account.id
        let link = try stripe.client.createAccountLink(
            account: account.id,
            returnURL: "https://needme.test/retour",
            refreshURL: "https://needme.test/reprise"
        )
        stripe.finishOnboarding(url: link.url)
        _ = stripe.deliverEvents()
    }

    /// A shop with an account that is there already.
    init(_ stripe: SimulatedStripe, account: String) {
        self.stripe = stripe
        self.account = account
    }

    /// A shop whose customer has paid, and the payment.
    static func paid(_ faults: (inout Faults) -> Void = { _ in }) throws -> (shop: Shop, payment: String) {
        let shop = try Shop()
        faults(&shop.stripe.faults)
        let session = try shop.open()
        shop.stripe.pay(sessionURL: try #require(session.url))
        _ = shop.stripe.deliverEvents()
        return (shop, try #require(shop.stripe.payment(ofSession: session.id)))
    }

    /// A payment page for 1 234,56 €.
    var new: NewCheckoutSession {
        NewCheckoutSession(
            reference: "att_1",
            title: "Facture F-2026-0042",
            amount: Cents(123_456),
            applicationFee: Cents(2_124),
            statementDescriptorSuffix: "F-2026-0042",
            customerEmail: "client@exemple.fr",
            successURL: "https://needme.test/f/t/retour?session_id={CHECKOUT_SESSION_ID}",
            cancelURL: "https://needme.test/f/t",
            expiresAt: stripe.now.adding(seconds: 3_600),
            offersKlarna: false,
            metadata: ["invoice_id": "12"]
        )
    }

    func open(_ new: NewCheckoutSession? = nil, key: String = "cs:1:1") throws(StripeError) -> CheckoutSession {
        try stripe.client.createCheckoutSession(new ?? self.new, account: account, idempotencyKey: key)
    }

    func read(_ session: CheckoutSession) throws(StripeError) -> CheckoutSession {
        try stripe.client.retrieveCheckoutSession(id: session.id, account: account)
    }

    /// A call of the API that the client does not make.
    func call(_ method: String, _ path: String, body: String = "", headers: [HTTPHeader] = []) throws -> HTTPResponse {
        try stripe.exchange(
            HTTPRequest(
                method: method,
                url: SimulatedStripe.address + path,
                headers: [
                    HTTPHeader("Authorization", "Bearer " + SimulatedStripe.secretKey),
                    HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
                    HTTPHeader("Stripe-Account", account),
                ] + headers,
                body: Array(body.utf8)
            )
        )
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// The refusal that a call ends with.
func refusal(_ call: () throws -> Void) -> StripeError.Refusal? {
    do {
        try call()
    } catch StripeError.refused(let refusal) {
        return refusal
    } catch {
        Issue.record("\(error)")
    }
    return nil
}
