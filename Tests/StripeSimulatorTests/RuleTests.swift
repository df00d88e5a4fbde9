import Accounting
import Curl
import Stripe
import StripeTestSupport
import Testing

@Suite struct `The rules of the simulated API` {
    @Test func `a wrong key is 401`() throws {
        let shop = try Shop()
        let client = StripeClient(
            settings: StripeSettings(secretKey: "sk_test_other", baseAddress: SimulatedStripe.address),
            exchange: shop.stripe.exchange,
            pause: { _ in },
            jitter: { 0 }
        )
        #expect(refusal { _ = try client.retrieveAccount(id: shop.account) }?.status == 401)
    }

    @Test func `an unknown version is 400`() throws {
        let shop = try Shop()
        let version = [HTTPHeader("Stripe-Version", "2020-08-27")]
        #expect(try shop.call("GET", "/v1/events", headers: version).status == 400)
    }

    @Test(arguments: [
        (49, 10, "amount_too_small"), (100_000_000, 10, "parameter_invalid_integer"), (1_000, 1_000, nil),
        (1_000, 1_001, nil),
    ]) func `amounts and fees have limits`(amount: Int64, fee: Int64, code: String?) throws {
        let shop = try Shop()
        var new = shop.new
        new.amount = Cents(amount)
        new.applicationFee = Cents(fee)
        let refusal = refusal { _ = try shop.open(new) }
        #expect(refusal?.status == 400)
        #expect(refusal?.code == code)
    }

    @Test(arguments: [1_799, 86_401] as [Int64]) func `a page lives from half an hour to a day`(life: Int64) throws {
        let shop = try Shop()
        var new = shop.new
        new.expiresAt = shop.stripe.now.adding(seconds: life)
        #expect(refusal { _ = try shop.open(new) }?.parameter == "expires_at")
    }

    @Test(arguments: [
        ("payment_method_types[0]=card", "parameter_unknown", "payment_method_types[0]"),
        ("payment_intent_data[foo]=1", "parameter_unknown", "payment_intent_data[foo]"),
        ("mode=payment", "parameter_missing", "line_items"),
        ("success_url=x", "parameter_missing", "mode"),
        ("mode=payment&line_items[0][quantity]=un", "parameter_invalid_integer", "line_items[0][quantity]"),
        ("mode=payment&line_items[0][quantity]=1", "parameter_missing", "line_items[0][price_data][currency]"),
    ]) func `a wrong parameter is named`(body: String, code: String, parameter: String) throws {
        let answer = try Shop().call("POST", "/v1/checkout/sessions", body: body)
        #expect(answer.status == 400)
        #expect(answer.text.contains("\"code\":\"\(code)\""))
        #expect(answer.text.contains("\"param\":\"\(parameter)\""))
    }

    @Test(arguments: ["A<B", "1234", "A234567890123456789012345"]) func `a suffix that no statement takes`(
        suffix: String
    ) throws {
        let shop = try Shop()
        var new = shop.new
        new.statementDescriptorSuffix = suffix
        #expect(refusal { _ = try shop.open(new) }?.parameter == "payment_intent_data[statement_descriptor_suffix]")
    }

    @Test func `the same key gives the same session`() throws {
        let shop = try Shop()
        #expect(try shop.open().id == shop.open().id)
        #expect(try shop.open(key: "other").id != shop.open().id)
    }

    @Test func `a key belongs to its parameters`() throws {
        let shop = try Shop()
        _ = try shop.open()
        var new = shop.new
        new.amount = Cents(5_000)
        #expect(refusal { _ = try shop.open(new) }?.type == "idempotency_error")
    }

    @Test func `a refused parameter leaves its key free`() throws {
        let shop = try Shop()
        var new = shop.new
        new.amount = Cents(10)
        #expect(refusal { _ = try shop.open(new) } != nil)
        #expect(try shop.open().status == .open)
    }

    @Test func `another account's session does not exist`() throws {
        let shop = try Shop()
        let session = try shop.open()
        let other = try shop.stripe.client.createAccount(
            email: "b@c.fr",
            website: nil,
            userReference: "u2",
            idempotencyKey: "u2"
        )
        let refusal = refusal {
            _ = try shop.stripe.client.retrieveCheckoutSession(id: session.id, account: other.id)
        }
        #expect(refusal?.status == 404)
        #expect(refusal?.code == "resource_missing")
    }

    @Test func `an account without charges opens no page`() throws {
        let shop = try Shop()
        shop.stripe.control("accounts/\(shop.account)/restrict")
        #expect(refusal { _ = try shop.open() }?.status == 400)
        #expect(try !shop.stripe.client.retrieveAccount(id: shop.account).takesCards)
    }

    @Test func `a revoked account and an unknown one are gone`() throws {
        let shop = try Shop()
        shop.stripe.control("accounts/\(shop.account)/revoke")
        #expect { try shop.open() } throws: { if case StripeError.accountGone = $0 { true } else { false } }
        #expect { try shop.stripe.client.retrieveAccount(id: "acct_x") } throws: {
            if case StripeError.accountGone = $0 { true } else { false }
        }
        #expect(shop.stripe.deliverEvents().map(\.type) == ["account.application.deauthorized"])
    }

    @Test func `the fee of a payment can be read in one call`() throws {
        let shop = try Shop()
        let session = try shop.open()
        shop.stripe.pay(sessionURL: try #require(session.url))
        let path = "/v1/checkout/sessions/\(session.id)?expand[]=payment_intent.latest_charge.balance_transaction"
        let text = try shop.call("GET", path).text
        for part in [
            "\"object\":\"payment_intent\"", "\"object\":\"charge\"", "\"fee\":2124", "\"net\":121332",
            "\"type\":\"application_fee\"",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func `a session is found by its payment`() throws {
        let shop = try Shop()
        let session = try shop.open()
        _ = try shop.open(key: "2")
        shop.stripe.pay(sessionURL: try #require(session.url))
        let payment = try #require(shop.read(session).paymentIntent)
        let text = try shop.call("GET", "/v1/checkout/sessions?payment_intent=\(payment)").text
        #expect(text.contains(session.id))
        #expect(text.contains("\"has_more\":false"))
    }
}
