import Accounting
import Curl
import Stripe
import Testing

@Suite struct `What we send to Stripe` {
    private let new = NewCheckoutSession(
        reference: "att_1",
        title: "Facture F-2026-0042",
        amount: Cents(12_000),
        applicationFee: Cents(229),
        statementDescriptorSuffix: "F-2026-0042",
        customerEmail: "jeanne+pro@exemple.fr",
        successURL: "https://needme.fr/f/t/retour?session_id={CHECKOUT_SESSION_ID}",
        cancelURL: "https://needme.fr/f/t",
        expiresAt: Instant(seconds: 1_795_003_600),
        offersKlarna: true,
        metadata: ["invoice_id": "12", "env": "test"]
    )

    @Test func `a checkout session is asked for as Stripe documents it`() throws {
        let stripe = ScriptedExchange(.answer(200, Sample.session))
        _ = try stripe.client().createCheckoutSession(new, account: "acct_1", idempotencyKey: "cs:12:1")
        #expect(
            stripe.firstRequest == """
                POST https://api.stripe.com/v1/checkout/sessions
                Authorization: Bearer sk_test_secret
                Stripe-Version: 2026-11-18.endive
                Stripe-Account: acct_1
                Content-Type: application/x-www-form-urlencoded
                Idempotency-Key: cs:12:1
                mode=payment
                client_reference_id=att_1
                line_items[0][quantity]=1
                line_items[0][price_data][currency]=eur
                line_items[0][price_data][unit_amount]=12000
                line_items[0][price_data][product_data][name]=Facture%20F-2026-0042
                payment_intent_data[application_fee_amount]=229
                payment_intent_data[description]=Facture%20F-2026-0042
                payment_intent_data[statement_descriptor_suffix]=F-2026-0042
                payment_intent_data[metadata][env]=test
                payment_intent_data[metadata][invoice_id]=12
                metadata[env]=test
                metadata[invoice_id]=12
                customer_email=jeanne%2Bpro%40exemple.fr
                success_url=https%3A%2F%2Fneedme.fr%2Ff%2Ft%2Fretour%3Fsession_id%3D%7BCHECKOUT_SESSION_ID%7D
                cancel_url=https%3A%2F%2Fneedme.fr%2Ff%2Ft
                locale=fr
                submit_type=pay
                expires_at=1795003600
                allowed_payment_method_types[0]=card
                allowed_payment_method_types[1]=klarna
                adaptive_pricing[enabled]=false
                wallet_options[link][display]=never
                """
        )
    }

    @Test func `no fee is asked where it rounds to nothing`() throws {
        var new = new
        new.applicationFee = .zero
        let stripe = ScriptedExchange(.answer(200, Sample.session))
        _ = try stripe.client().createCheckoutSession(new, account: "acct_1", idempotencyKey: "cs:12:1")
        #expect(!stripe.firstRequest.contains("application_fee_amount"))
    }

    @Test func `Klarna and the e-mail are left out when there is none`() throws {
        var new = new
        new.offersKlarna = false
        new.customerEmail = nil
        let stripe = ScriptedExchange(.answer(200, Sample.session))
        _ = try stripe.client().createCheckoutSession(new, account: "acct_1", idempotencyKey: "cs:12:1")
        #expect(!stripe.firstRequest.contains("klarna"))
        #expect(!stripe.firstRequest.contains("customer_email"))
    }

    @Test func `a session is read and closed on its account`() throws {
        let stripe = ScriptedExchange(.answer(200, Sample.session), .answer(200, Sample.session))
        _ = try stripe.client().retrieveCheckoutSession(id: "cs_test_1", account: "acct_1")
        _ = try stripe.client().expireCheckoutSession(id: "cs_test_1", account: "acct_1")
        let calls = stripe.requests.map { "\($0.method) \($0.url)" }
        #expect(
            calls == [
                "GET https://api.stripe.com/v1/checkout/sessions/cs_test_1?expand[0]=payment_intent.latest_charge.balance_transaction",
                "POST https://api.stripe.com/v1/checkout/sessions/cs_test_1/expire",
            ]
        )
        #expect(stripe.requests.allSatisfy { $0.headers.contains(HTTPHeader("Stripe-Account", "acct_1")) })
    }

    @Test func `an identifier cannot leave its place in the path`() throws {
        let stripe = ScriptedExchange(.answer(200, Sample.session))
        _ = try stripe.client().retrieveCheckoutSession(id: "../accounts?x", account: "acct_1")
        #expect(stripe.requests[0].url.hasPrefix("https://api.stripe.com/v1/checkout/sessions/..%2Faccounts%3Fx?"))
    }

    @Test func `an account is asked for with nothing but what must be known`() throws {
        let stripe = ScriptedExchange(.answer(200, Sample.account))
        _ = try stripe.client().createAccount(
            email: "a@b.fr",
            website: "https://durand.fr",
            userReference: "u7",
            idempotencyKey: "acct:u7:1"
        )
        #expect(
            stripe.firstRequest == """
                POST https://api.stripe.com/v1/accounts
                Authorization: Bearer sk_test_secret
                Stripe-Version: 2026-11-18.endive
                Content-Type: application/x-www-form-urlencoded
                Idempotency-Key: acct:u7:1
                country=FR
                email=a%40b.fr
                default_currency=eur
                business_profile[url]=https%3A%2F%2Fdurand.fr
                controller[stripe_dashboard][type]=express
                controller[fees][payer]=application
                controller[losses][payments]=stripe
                controller[requirement_collection]=stripe
                capabilities[card_payments][requested]=true
                capabilities[klarna_payments][requested]=true
                capabilities[transfers][requested]=true
                metadata[user_id]=u7
                """
        )
    }

    @Test func `a link into Stripe's forms`() throws {
        let link =
            #"{"object":"account_link","created":1795000000,"expires_at":1795000300,"url":"https://c.stripe.com/s"}"#
        let stripe = ScriptedExchange(.answer(200, link))
        let answer = try stripe.client().createAccountLink(
            account: "acct_1",
            returnURL: "https://n.fr/r",
            refreshURL: "https://n.fr/e"
        )
        #expect(answer == AccountLink(url: "https://c.stripe.com/s", expiresAt: Instant(seconds: 1_795_000_300)))
        #expect(
            stripe.firstRequest.hasSuffix(
                """
                account=acct_1
                type=account_onboarding
                return_url=https%3A%2F%2Fn.fr%2Fr
                refresh_url=https%3A%2F%2Fn.fr%2Fe
                collection_options[fields]=eventually_due
                """
            )
        )
    }
}
