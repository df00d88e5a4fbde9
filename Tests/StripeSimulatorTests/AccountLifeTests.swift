import Accounting
import Curl
import Stripe
import StripeSimulator
import StripeTestSupport
import Testing

@Suite struct `The life of an account at the simulator` {
    @Test func `a warned account takes payments until its deadline, and is restricted by itself`() throws {
        let shop = try Shop()
        shop.stripe.control("accounts/\(shop.account)/warn")
        let warned = try shop.stripe.client.retrieveAccount(id: shop.account)
        let deadline = shop.stripe.now.adding(seconds: 14 * 86_400)
        #expect(warned.takesCards)
        #expect(warned.requirements.currentlyDue == ["individual.verification.document"])
        #expect(warned.requirements.pastDue.isEmpty)
        #expect(warned.requirements.currentDeadline == deadline)
        _ = shop.stripe.deliverEvents()
        shop.stripe.now = deadline
        let late = try shop.stripe.client.retrieveAccount(id: shop.account)
        #expect(!late.chargesEnabled)
        #expect(late.requirements.pastDue == ["individual.verification.document"])
        #expect(late.requirements.currentDeadline == nil)
        #expect(shop.stripe.deliverEvents().first?.type == "account.updated")
        shop.stripe.control("accounts/\(shop.account)/enable")
        #expect(try shop.stripe.client.retrieveAccount(id: shop.account).requirements.currentlyDue.isEmpty)
    }

    @Test func `a refused document says why`() throws {
        let shop = try Shop()
        shop.stripe.control("accounts/\(shop.account)/refuse_document")
        let warned = try shop.stripe.client.retrieveAccount(id: shop.account)
        #expect(warned.takesCards)
        #expect(warned.requirements.errors.map(\.code) == ["verification_document_not_readable"])
        #expect(warned.requirements.errors.map(\.requirement) == ["individual.verification.document"])
        shop.stripe.control("accounts/\(shop.account)/review")
        shop.stripe.control("accounts/\(shop.account)/refuse_document")
        #expect(try !shop.stripe.client.retrieveAccount(id: shop.account).chargesEnabled)
        shop.stripe.control("accounts/\(shop.account)/enable")
        #expect(try shop.stripe.client.retrieveAccount(id: shop.account).requirements.errors.isEmpty)
    }

    @Test func `an account whose owner threw the platform out can let it in again`() throws {
        let shop = try Shop()
        shop.stripe.control("accounts/\(shop.account)/revoke")
        shop.stripe.control("accounts/\(shop.account)/revoke")
        #expect(throws: StripeError.self) { try shop.stripe.client.retrieveAccount(id: shop.account) }
        shop.stripe.control("accounts/\(shop.account)/readmit")
        #expect(try shop.stripe.client.retrieveAccount(id: shop.account).takesCards)
        #expect(
            shop.stripe.deliverEvents().map(\.type)
                == ["account.application.deauthorized", "account.application.authorized"]
        )
    }

    @Test func `what happens to an account that is not ours is not told, and holds when it comes back`() throws {
        let shop = try Shop()
        shop.stripe.control("accounts/\(shop.account)/revoke")
        _ = shop.stripe.deliverEvents()
        for gesture in ["warn", "refuse_document", "restrict"] {
            shop.stripe.control("accounts/\(shop.account)/\(gesture)")
        }
        #expect(shop.stripe.deliverEvents().isEmpty)
        #expect(throws: StripeError.self) { try shop.stripe.client.retrieveAccount(id: shop.account) }
        shop.stripe.control("accounts/\(shop.account)/readmit")
        #expect(try !shop.stripe.client.retrieveAccount(id: shop.account).chargesEnabled)
    }

    @Test func `a login link opens the dashboard once`() throws {
        let (shop, _) = try Shop.paid()
        let link = try shop.call("POST", "/v1/accounts/\(shop.account)/login_links").json
        #expect(link["object"] == "login_link")
        #expect(link["created"] == .integer(shop.stripe.now.seconds))
        let url = try #require(link["url"].text)
        let place = try #require(shop.stripe.open(url).location)
        let page = shop.stripe.open(SimulatedStripe.address + place)
        for words in ["Atelier Durand", "Facture F-2026-0042", "1\u{202F}234,56\u{A0}€", "Rembourser", "Contester"] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(shop.stripe.open(url).status == 410)
    }

    @Test func `a login link is for Express accounts whose forms are finished`() throws {
        let stripe = SimulatedStripe()
        let new = try stripe.client.createAccount(
            email: "a@b.fr",
            website: nil,
            userReference: "u",
            idempotencyKey: "k"
        )
        #expect(try Shop(stripe, account: new.id).call("POST", "/v1/accounts/\(new.id)/login_links").status == 400)
    }

    @Test func `the dashboard gives back, in euros, what was typed`() throws {
        let (shop, payment) = try Shop.paid()
        let place = "/dashboard/\(shop.account)"
        let url = "\(SimulatedStripe.address)/_simulator/payments/\(payment)/refund"
        #expect(shop.stripe.post(url, [("euros", "12,5"), ("back", place)]).location == place)
        shop.stripe.post(url, [("euros", "douze"), ("back", place)])
        #expect(shop.stripe.post(url, [("euros", "1"), ("back", "https://evil.example/")]).location == "/")
        #expect(try shop.call("GET", "/v1/refunds").json["data"].list.map { $0["amount"] } == [100, 1_250])
        #expect(shop.stripe.open(SimulatedStripe.address + place).text.contains("12,50\u{A0}€"))
    }

    @Test func `prefix and suffix have 22 characters together`() throws {
        let shop = try Shop()
        var new = shop.new
        new.statementDescriptorSuffix = "F-2026-004217"
        #expect(try shop.open(new).status == .open)
        new.statementDescriptorSuffix = "F-2026-0042178"
        let refusal = refusal { _ = try shop.open(new, key: "2") }
        #expect(refusal?.parameter == "payment_intent_data[statement_descriptor_suffix]")
    }
}
