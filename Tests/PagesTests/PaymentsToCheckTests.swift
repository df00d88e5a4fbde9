import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The page of payments to check` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    let browser: Browser

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
        browser = Browser(story, of: freelancer)
    }

    @Test func `reassures when there is none`() throws {
        let page = try browser.open("/paiements")
        #expect(page.status == 200)
        #expect(page.text.contains("Aucun paiement à vérifier"))
        #expect(!page.text.contains("en attente"))
    }

    @Test func `tells what came, for what, when, and why it waits`() throws {
        let money = try story.payTwice(bill)
        let text = try browser.open("/paiements").text
        for words in [
            "1\u{202F}350,00\u{202F}€, Atelier Durand", "18/11/2026", "href=\"/factures/\(bill.id)\"", bill.number.text,
            money.reference, "déjà payée", "À vérifier",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `says in words how many wait, on every tab`() throws {
        try story.payTwice(bill)
        try story.payTwice(try story.bill(from: freelancer))
        for path in ["", "/remboursements", "/ecarts", "/versements", "/journal"] {
            #expect(try browser.open("/paiements" + path).text.contains("\u{A0}: 2 en attente"), "\(path)")
        }
    }

    @Test func `assigns in one click, and says so`() throws {
        let money = try story.payTwice(bill)
        let other = try story.bill(from: freelancer)
        #expect(try browser.open("/paiements").text.contains("<option value=\"\(other.id)\">\(other.number.text)"))
        let page = try browser.send("/paiements/\(money.id)/affecter", [("facture", "\(other.id)")])
        #expect(page.status == 200)
        #expect(page.text.contains("Le paiement est affecté"))
        #expect(page.text.contains("à la facture <a href=\"/factures/\(other.id)\""))
        #expect(page.text.contains("Aucun paiement à vérifier"))
        #expect(try story.books(of: other).state == .paid(Cents(135_000)))
    }

    @Test func `assigns once, however often it is clicked`() throws {
        let money = try story.payTwice(bill)
        let (other, third) = (try story.bill(from: freelancer), try story.bill(from: freelancer))
        try browser.open("/paiements")
        for bill in [other, other, third] {
            let page = try browser.send("/paiements/\(money.id)/affecter", [("facture", "\(bill.id)")])
            #expect(page.status == 200)
        }
        #expect(try story.books(of: other).payments == [Cents(135_000)])
        #expect(try story.books(of: third).payments == [])
    }

    @Test func `proposes first the invoice that the money came for`() throws {
        let older = try story.bill(from: freelancer, [.line("Autre", "9", "450")])
        try story.payUnlike("amount_cents = 134999", bill)
        let text = try browser.open("/paiements").text
        let own = try #require(text.firstRange(of: "<option value=\"\(bill.id)\""))
        let other = try #require(text.firstRange(of: "<option value=\"\(older.id)\""))
        #expect(own.lowerBound < other.lowerBound)
    }

    @Test func `refuses what the invoice refuses, in French, and keeps the money`() throws {
        let money = try story.payTwice(bill)
        let small = try story.bill(from: freelancer, [.line("Petit", "1", "10")])
        try browser.open("/paiements")
        let paid = try browser.send("/paiements/\(money.id)/affecter", [("facture", "\(bill.id)")])
        #expect(paid.status == 409)
        #expect(paid.text.contains("Cette facture est déjà payée."))
        let less = try browser.send("/paiements/\(money.id)/affecter", [("facture", "\(small.id)")])
        #expect(less.status == 422)
        #expect(less.text.contains("Le montant dépasse ce qui reste à payer."))
        let none = try browser.send("/paiements/\(money.id)/affecter", [("facture", "x")])
        #expect(none.status == 422)
        #expect(none.text.contains("Choisissez la facture"))
        #expect(try story.reader.quarantinedPayment(money.id)?.resolution == nil)
    }

    @Test func `does not propose to assign money of the other mode, and says why`() throws {
        try story.payUnlike("is_live = TRUE", bill)
        let text = try browser.open("/paiements").text
        #expect(text.contains("l’un est réel, l’autre est un essai"))
        #expect(text.contains("il est d’un autre mode que vos factures"))
        #expect(!text.contains("/affecter"))
    }

    @Test func `writes another currency than the euro with its name, and does not propose to assign it`() throws {
        let money = try story.payTwice(bill)
        try story.forge("UPDATE quarantined_payments SET currency = 'usd'")
        let other = try story.bill(from: freelancer)
        let text = try browser.open("/paiements").text
        #expect(text.contains("1\u{202F}350,00\u{202F}USD"))
        #expect(text.contains("il n’est pas en euros"))
        #expect(!text.contains("/affecter"))
        let page = try browser.send("/paiements/\(money.id)/affecter", [("facture", "\(other.id)")])
        #expect(page.status == 404)
    }

    @Test func `leads to Stripe's page, and notices the refund by itself`() throws {
        let money = try story.payTwice(bill)
        let account = try #require(try story.reader.account(named: money.account))
        let text = try browser.open("/paiements").text
        #expect(text.contains("name=\"compte\" value=\"\(account.id)\""))
        #expect(text.contains("name=\"paiement\" value=\"\(money.reference)\""))
        let fields = [("compte", "\(account.id)"), ("paiement", money.reference)]
        let there = try browser.send("/stripe/tableau-de-bord", fields).location
        #expect(there?.hasPrefix(SimulatedStripe.address) == true)
        try story.refund(money.reference)
        let after = try browser.open("/paiements").text
        #expect(after.contains("Aucun paiement à vérifier"))
        #expect(after.contains("Remboursé"))
    }

    @Test func `does not assign what is being given back`() throws {
        let money = try story.payTwice(bill)
        try story.refund(money.reference, isPending: true)
        let other = try story.bill(from: freelancer)
        let text = try browser.open("/paiements").text
        #expect(text.contains("un remboursement de 1\u{202F}350,00\u{202F}€ est en cours"))
        #expect(!text.contains("/affecter"))
        #expect(try browser.send("/paiements/\(money.id)/affecter", [("facture", "\(other.id)")]).status == 409)
        #expect(try story.books(of: other).payments == [])
    }

    @Test func `says that money was given back meanwhile, rather than that it was assigned`() throws {
        let money = try story.payTwice(bill)
        let other = try story.bill(from: freelancer)
        try browser.open("/paiements")
        try story.refund(money.reference)
        let page = try browser.send("/paiements/\(money.id)/affecter", [("facture", "\(other.id)")])
        #expect(page.text.contains("avait déjà été remboursé"))
        #expect(try story.books(of: other).payments == [])
    }

    @Test func `proposes a credit note unless the invoice is cancelled`() throws {
        try story.payTwice(bill)
        let link = "href=\"/factures/\(bill.id)/avoir\""
        #expect(try browser.open("/paiements").text.contains(link))
        try story.forge("UPDATE invoices SET state = 'cancelled' WHERE id = \(bill.id)")
        #expect(try !browser.open("/paiements").text.contains(link))
    }
}
