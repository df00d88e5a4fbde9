import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The page of discrepancies` {
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
        let text = try browser.open("/paiements/ecarts").text
        #expect(text.contains("Tout ce que Stripe dit payé est ici, et inversement."))
    }

    @Test func `tells what Stripe and we do not say alike`() throws {
        let discrepancy = try story.loseAttempt(of: bill)
        let text = try browser.open("/paiements/ecarts").text
        for words in [
            "Stripe a encaissé ce paiement", "1\u{202F}350,00\u{202F}€", bill.number.text, discrepancy.session,
            "18/11/2026 à 13:06", "\u{A0}: 1 en attente",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("Tout ce que Stripe dit payé"))
    }

    @Test func `replays in one click, and tells what came of it, however often it is clicked`() throws {
        let discrepancy = try story.loseAttempt(of: bill)
        try browser.open("/paiements/ecarts")
        let page = try browser.send("/stripe/ecarts/\(discrepancy.id)")
        #expect(page.path == "/paiements/ecarts")
        #expect(page.text.contains("role=\"status\""))
        #expect(page.text.contains("attend maintenant votre décision"))
        #expect(page.text.contains("Résolu"))
        #expect(try browser.send("/stripe/ecarts/\(discrepancy.id)").text.contains("l’écart est résolu."))
        #expect(try browser.open("/paiements").text.contains("n’avait pas gardé trace"))
        #expect(try story.reader.quarantinedPayments(of: freelancer.companyID).count == 1)
    }

    @Test func `says when replaying changed nothing, and repeats nothing that it does not know`() throws {
        #expect(try browser.open("/paiements/ecarts?fait=ecart-inchange").text.contains("l’écart demeure"))
        #expect(try !browser.open("/paiements/ecarts?fait=autre").text.contains("role=\"status\""))
    }

    @Test(arguments: Discrepancy.Kind.allCases) func `explains each kind`(kind: Discrepancy.Kind) throws {
        try story.loseAttempt(of: bill)
        try story.forge("UPDATE discrepancies SET kind = \(kind.rawValue)")
        let sentences: [Discrepancy.Kind: String] = [
            .unrecorded: "n’en avait pas gardé trace", .unconfirmed: "ne l’a pas confirmé",
            .lostSight: "depuis deux semaines",
        ]
        #expect(try browser.open("/paiements/ecarts").text.contains(try #require(sentences[kind])))
    }
}
