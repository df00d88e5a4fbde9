import Accounting
import Curl
import Stripe
import StripeTestSupport
import Testing

@Suite struct `The seven screens of the simulator` {
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

    @Test func `seven screens, each filled in, one after the other`() throws {
        let account = try newAccount()
        var place = try #require(stripe.open(link(account).url).location)
        let titles = [
            "Adresse e-mail", "Informations personnelles", "Votre activité", "Coordonnées bancaires",
            "Informations publiques", "Vérification d’identité", "Récapitulatif",
        ]
        for (number, title) in titles.enumerated() {
            let page = stripe.open(SimulatedStripe.address + place)
            for words in [
                "<h1>\(title)</h1>", "Étape \(number + 1) sur 7",
                number < 6 ? "Continuer" : "Valider, dossier à vérifier",
                "Quitter avant la fin", "Stripe (simulation)",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            place = try #require(stripe.post(SimulatedStripe.address + place, [("action", "next")]).location)
        }
        #expect(place == "https://n.test/r")
        #expect(try stripe.client.retrieveAccount(id: account.id).takesCards)
        #expect(try stripe.client.retrieveAccount(id: account.id).email == "j@exemple.fr")
    }

    @Test func `what was entered before leaving is kept, and the first screen not done comes next`() throws {
        let account = try newAccount()
        let first = try #require(stripe.open(link(account).url).location)
        let next = stripe.post(SimulatedStripe.address + first, [("email", "autre@exemple.fr"), ("action", "next")])
        let second = try #require(next.location)
        #expect(stripe.post(SimulatedStripe.address + second, [("action", "leave")]).location == "https://n.test/r")
        #expect(stripe.open(SimulatedStripe.address + second).location == "https://n.test/e")
        let again = try #require(stripe.open(link(account).url).location)
        #expect(again.hasSuffix("/2"))
        #expect(stripe.open(SimulatedStripe.address + again.dropLast() + "1").text.contains("autre@exemple.fr"))
        #expect(stripe.open(SimulatedStripe.address + again.dropLast() + "3").location == again)
        #expect(stripe.leaveOnboarding(url: try link(account).url, afterScreens: 4) == "https://n.test/r")
        #expect(try #require(stripe.open(link(account).url).location).hasSuffix("/6"))
        let due = try stripe.client.retrieveAccount(id: account.id).requirements.currentlyDue
        #expect(due == ["individual.verification.document", "tos_acceptance.date"])
        #expect(stripe.finishOnboarding(url: try link(account).url) == "https://n.test/r")
        #expect(try stripe.client.retrieveAccount(id: account.id).takesCards)
    }

    @Test(arguments: [
        (1, "email", "jeanne", "adresse e-mail"), (2, "firstName", "", "Prénom"), (4, "iban", "12", "IBAN"),
        (5, "statementDescriptor", "1234567", "une lettre"), (5, "shortDescriptor", "ABCDEFGHIJK", "abrégé"),
    ]) func `what cannot be taken is said on its screen`(number: Int, field: String, value: String, words: String)
        throws
    {
        let account = try newAccount()
        stripe.leaveOnboarding(url: try link(account).url, afterScreens: number - 1)
        let place = SimulatedStripe.address + (try #require(stripe.open(link(account).url).location))
        #expect(place.hasSuffix("/\(number)"))
        let page = stripe.post(place, [(field, value), ("action", "next")])
        #expect(page.status == 422)
        #expect(page.text.contains("role=\"alert\"") && page.text.contains(words))
    }

    @Test func `an IBAN left out is asked for later, alone`() throws {
        let account = try newAccount()
        stripe.leaveOnboarding(url: try link(account).url, afterScreens: 3)
        let place = SimulatedStripe.address + (try #require(stripe.open(link(account).url).location))
        #expect(stripe.post(place, [("iban", ""), ("action", "next")]).location?.hasSuffix("/5") == true)
        stripe.finishOnboarding(url: try link(account).url)
        let without = try stripe.client.retrieveAccount(id: account.id)
        #expect(without.takesCards && !without.payoutsEnabled)
        #expect(without.requirements.currentlyDue == ["external_account"])
        #expect(try #require(stripe.open(link(account).url).location).hasSuffix("/4"))
        #expect(stripe.finishOnboarding(url: try link(account).url) == "https://n.test/r")
        #expect(try stripe.client.retrieveAccount(id: account.id).payoutsEnabled)
    }

    @Test(arguments: ["restrict", "warn", "refuse_document"])
    func `who comes back sees only what is due`(trouble: String) throws {
        let account = try newAccount()
        stripe.finishOnboarding(url: try link(account).url)
        stripe.control("accounts/\(account.id)/\(trouble)")
        let place = try #require(stripe.open(link(account).url).location)
        #expect(place.hasSuffix("/6"))
        let page = stripe.open(SimulatedStripe.address + place).text
        #expect(page.contains("Une information manque") && !page.contains("Étape"))
        #expect(page.contains("illisible") == (trouble == "refuse_document"))
        #expect(stripe.post(SimulatedStripe.address + place, [("action", "next")]).location == "https://n.test/r")
        let ready = try stripe.client.retrieveAccount(id: account.id)
        #expect(ready.takesCards && ready.requirements.currentlyDue.isEmpty && ready.requirements.errors.isEmpty)
    }

    @Test func `who has nothing to fill in goes straight back`() throws {
        let account = try newAccount()
        stripe.finishOnboarding(url: try link(account).url)
        #expect(stripe.open(try link(account).url).location == "https://n.test/r")
    }

    @Test func `forms that are open twice end once, and the other goes back`() throws {
        let account = try newAccount()
        let other = SimulatedStripe.address + (try #require(stripe.open(link(account).url).location))
        stripe.finishOnboarding(url: try link(account).url)
        #expect(stripe.open(other).location == "https://n.test/r")
        let late = SimulatedStripe.address + (try #require(stripe.open(link(newAccount(key: "k2")).url).location))
        #expect(stripe.post(late, [("action", "leave")]).location == "https://n.test/r")
        #expect(stripe.post(late, [("action", "next")]).location == "https://n.test/r")
    }

    @Test func `papers that are looked at wait`() throws {
        let account = try newAccount()
        #expect(stripe.submitOnboarding(url: try link(account).url) == "https://n.test/r")
        let reviewed = try stripe.client.retrieveAccount(id: account.id)
        #expect(reviewed.detailsSubmitted && !reviewed.chargesEnabled)
        #expect(reviewed.requirements.disabledReason == "requirements.pending_verification")
    }
}
