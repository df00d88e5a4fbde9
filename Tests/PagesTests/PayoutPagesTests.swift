import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The pages of payouts` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser

    init() throws {
        freelancer = try story.connectedFreelancer()
        browser = Browser(story, of: freelancer)
    }

    @Test func `say when there is none`() throws {
        #expect(try browser.open("/paiements/versements").text.contains("Aucun versement pour l’instant."))
    }

    /// Two payments of 1 350,00 € with a commission of 23,20 €, of which 200,00 € were given back.
    @Test func `add up to the cent`() throws {
        let bill = try story.bill(from: freelancer)
        let payment = try story.payAndSettle(bill)
        try story.payAndSettle(try story.bill(from: freelancer))
        try story.refund(payment, amount: Cents(20_000))
        let payout = try story.payOut(freelancer)
        #expect(payout.amount == Cents(2 * (135_000 - 2_320) - 20_000))
        #expect(try browser.open("/paiements/versements").text.contains(payout.amount.text))
        let text = try browser.open("/paiements/versements/\(payout.id)").text
        for words in [
            "Le compte y est", "Paiement", "Remboursement", bill.number.text, "23,20\u{202F}€", "46,40\u{202F}€",
            "−200,00\u{202F}€", "2\u{202F}500,00\u{202F}€", "2\u{202F}453,60\u{202F}€",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `say plainly when they do not add up`() throws {
        try story.payAndSettle(try story.bill(from: freelancer))
        let payout = try story.payOut(freelancer)
        try story.forge("UPDATE payout_lines SET net_cents = net_cents - 1 LIMIT 1")
        let text = try browser.open("/paiements/versements/\(payout.id)").text
        #expect(text.contains("Différence de 0,01\u{202F}€"))
        #expect(!text.contains("Le compte y est"))
    }

    @Test func `say that the lines have not come yet`() throws {
        try story.payAndSettle(try story.bill(from: freelancer))
        let payout = try story.payOut(freelancer)
        try story.forge("DELETE FROM payout_lines")
        #expect(try browser.open("/paiements/versements/\(payout.id)").text.contains("pas encore détaillé"))
    }

    /// Stripe refuses to tell what makes up a payout that it did not make by itself.
    @Test func `say that nobody tells what makes up one that was asked for, and show no difference`() throws {
        try story.payAndSettle(try story.bill(from: freelancer))
        let payout = try story.payOut(freelancer, isAutomatic: false)
        #expect(payout.amount == Cents(135_000 - 2_320))
        #expect(try story.count("payout_lines") == 0)
        let text = try browser.open("/paiements/versements/\(payout.id)").text
        #expect(text.contains("ne dit pas quels paiements le composent"))
        for words in ["Somme des lignes", "Différence", "pas encore détaillé", "Le compte y est"] {
            #expect(!text.contains(words), "\(words)")
        }
        try story.payAndSettle(try story.bill(from: freelancer))
        try story.payOut(freelancer)
        #expect(try story.reader.payouts(of: freelancer.companyID).count == 2, "It hides no other payout.")
    }

    @Test(arguments: [
        ("", "Prévu"), ("send", "En route"), ("pay", "Versé"), ("fail", "Refusé"),
    ])
    func `say where the money is`(step: String, word: String) throws {
        try story.payAndSettle(try story.bill(from: freelancer))
        let payout = try story.payOut(freelancer)
        if !step.isEmpty { try story.goOn("payouts/\(payout.reference)/\(step)") }
        #expect(try browser.open("/paiements/versements").text.contains(word))
        let text = try browser.open("/paiements/versements/\(payout.id)").text
        #expect(text.contains(word))
        #expect(text.contains("Vérifiez-y votre IBAN") == (step == "fail"))
    }
}

extension Cents {
    /// The amount as a page shows it.
    fileprivate var text: String {
        let (euros, cents) = (value / 100, value % 100)
        let (hundreds, rest) = (String(1_000 + euros % 1_000).dropFirst(), String(100 + cents).dropFirst())
        return "\(euros / 1_000)\u{202F}\(hundreds),\(rest)\u{202F}€"
    }
}
