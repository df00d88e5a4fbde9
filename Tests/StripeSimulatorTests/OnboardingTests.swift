import Accounting
import Curl
import Stripe
import StripeTestSupport
import Testing

@Suite struct `Onboarding at the simulator` {
    private let stripe = SimulatedStripe()

    private func newAccount(key: String = "k") throws -> Account {
        try stripe.client.createAccount(
            email: "j@exemple.fr",
            website: "https://j.fr",
            userReference: "u",
            idempotencyKey: key
        )
    }

    private func link(_ account: Account) throws -> AccountLink {
        try stripe.client.createAccountLink(
            account: account.id,
            returnURL: "https://n.test/r",
            refreshURL: "https://n.test/e"
        )
    }

    @Test func `a new account can do nothing yet`() throws {
        let account = try newAccount()
        #expect(!account.chargesEnabled && !account.detailsSubmitted && !account.payoutsEnabled)
        #expect(account.capabilities["card_payments"] == "inactive")
        #expect(!account.requirements.currentlyDue.isEmpty)
        #expect(account.email == "j@exemple.fr")
    }

    @Test func `finishing turns payments on and says so`() throws {
        let account = try newAccount()
        #expect(stripe.finishOnboarding(url: try link(account).url) == "https://n.test/r")
        let ready = try stripe.client.retrieveAccount(id: account.id)
        #expect(ready.takesCards && ready.payoutsEnabled && ready.detailsSubmitted)
        #expect(ready.requirements.currentlyDue.isEmpty)
        #expect(ready.statementDescriptor == "ATELIER DURAND")
        #expect(ready.statementDescriptorPrefix == "ATELIER")
        let types = stripe.deliverEvents().map(\.type)
        #expect(types == ["account.updated"] + Array(repeating: "capability.updated", count: 3))
    }

    @Test func `leaving before the end changes nothing`() throws {
        let account = try newAccount()
        #expect(stripe.leaveOnboarding(url: try link(account).url) == "https://n.test/r")
        #expect(try stripe.client.retrieveAccount(id: account.id) == account)
        #expect(stripe.deliverEvents().isEmpty)
    }

    @Test func `a link works once`() throws {
        let link = try link(newAccount())
        stripe.leaveOnboarding(url: link.url)
        #expect(stripe.open(link.url).location == "https://n.test/e")
    }

    @Test func `a link works five minutes`() throws {
        let link = try link(newAccount())
        #expect(link.expiresAt == stripe.now.adding(seconds: 300))
        stripe.now = link.expiresAt
        #expect(stripe.open(link.url).location == "https://n.test/e")
    }

    @Test func `papers may take time, and be wanted again later`() throws {
        let account = try newAccount()
        stripe.control("accounts/\(account.id)/review")
        #expect(
            try stripe.client.retrieveAccount(id: account.id).requirements.disabledReason
                == "requirements.pending_verification"
        )
        stripe.control("accounts/\(account.id)/enable")
        #expect(try stripe.client.retrieveAccount(id: account.id).takesCards)
        stripe.control("accounts/\(account.id)/restrict")
        #expect(try stripe.client.retrieveAccount(id: account.id).requirements.pastDue.count == 1)
        stripe.control("accounts/\(account.id)/reject")
        #expect(stripe.open(try link(account).url).location == "https://n.test/e")
    }

    @Test func `only our price can be asked for`() throws {
        let shop = try Shop()
        let answer = try shop.call("POST", "/v1/accounts", body: "country=FR&controller[fees][payer]=account")
        #expect(answer.text.contains("\"param\":\"controller[fees][payer]\""))
    }

    @Test func `the control page shows everything`() throws {
        let shop = try Shop()
        _ = try shop.open()
        let page = shop.stripe.open(SimulatedStripe.address + "/")
        for words in [shop.account, "Facture F-2026-0042", "account.updated", "Pannes"] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(shop.stripe.open(SimulatedStripe.address + "/simulator.css").status == 200)
        #expect(shop.stripe.open(SimulatedStripe.address + "/rien").status == 404)
    }
}
