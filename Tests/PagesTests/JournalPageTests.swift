import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `Stripe's journal` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser

    init() throws {
        freelancer = try story.connectedFreelancer()
        browser = Browser(story, of: freelancer)
    }

    @Test func `is empty at first, and says what it keeps`() throws {
        let text = try browser.open("/paiements/journal").text
        #expect(text.contains("Stripe n’a encore rien annoncé."))
        #expect(text.contains("les autres sont refusées"))
    }

    @Test func `tells what happened and what became of it`() throws {
        let bill = try story.bill(from: freelancer)
        try story.payAndSettle(bill)
        let text = try browser.open("/paiements/journal").text
        for words in [
            "Page de paiement validée par le client", "checkout.session.completed", "Paiement encaissé",
            "18/11/2026 à 12:06", "Signature vérifiée", "href=\"/factures/\(bill.id)\"", bill.number.text,
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `does not hold what was refused`() throws {
        story.stripe.faults.signing = .wrongSecret
        try story.pay(try story.bill(from: freelancer))
        #expect(try story.deliver().allSatisfy { $0 == 400 })
        #expect(!story.knocks.isEmpty)
        #expect(try browser.open("/paiements/journal").text.contains("Stripe n’a encore rien annoncé."))
    }

    @Test(arguments: EventOutcome.allCases) func `has words for every outcome`(outcome: EventOutcome) throws {
        try story.payAndSettle(try story.bill(from: freelancer))
        try story.forge("UPDATE stripe_events SET outcome = \(outcome.rawValue)")
        let text = try browser.open("/paiements/journal").text
        #expect(text.contains(try #require(Self.words[outcome])))
    }

    @Test func `turns its pages, the older behind`() throws {
        try story.payAndSettle(try story.bill(from: freelancer))
        try story.forge(
            """
            INSERT INTO stripe_events (event, type, endpoint, account, is_live, outcome, created_at, received_at)
            SELECT CONCAT('evt_', seq), 'payout.paid', 'connect', a.account, FALSE, 'ignored', a.created_at, a.created_at
            FROM seq_1_to_120 JOIN stripe_accounts a
            """
        )
        let total = try story.reader.events(of: freelancer.companyID, limit: .max).count
        #expect(total > 120)
        var (path, seen, pages) = ("/paiements/journal", 0, 0)
        while pages < 10 {
            let text = try browser.open(path).text
            seen += text.split(separator: "Signature vérifiée").count - 1
            pages += 1
            guard let next = text.firstRange(of: "/paiements/journal?avant=") else { break }
            path = String(text[next.lowerBound...].prefix { $0 != "\"" })
        }
        #expect(seen == total)
        #expect(pages == (total + 49) / 50)
    }

    @Test(arguments: ["", "x", "0", "-1", "9223372036854775808"]) func `begins with the newest when asked for nonsense`(
        last: String
    ) throws {
        try story.payAndSettle(try story.bill(from: freelancer))
        #expect(try browser.open("/paiements/journal?avant=\(last)").text.contains("Paiement encaissé"))
    }

    private static let words: [EventOutcome: String] = [
        .settled: "Paiement encaissé", .doorbell: "Stripe interrogé", .disconnected: "Compte déconnecté",
        .known: "déjà pris en compte", .waiting: "NeedMe le cherche", .unrecorded: "voir les écarts",
        .unknownObject: "rien de ce que NeedMe suit", .otherMode: "autre mode", .ignored: "simple information",
    ]
}
