import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The page of refunds and disputes` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    let payment: String
    let browser: Browser
    private let path = "/paiements/remboursements"

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
        payment = try story.payAndSettle(bill)
        browser = Browser(story, of: freelancer)
    }

    @Test func `reassures when there is none, and says that a refund never changes an invoice`() throws {
        let text = try browser.open(path).text
        #expect(text.contains("Aucun remboursement, aucun litige."))
        #expect(text.contains("ne modifie jamais votre facture à lui seul"))
    }

    @Test func `tells of a refund what, when, of whom, and proposes its credit note`() throws {
        let refund = try story.refund(payment, amount: Cents(20_000))
        let text = try browser.open(path).text
        for words in [
            "Remboursement effectué", "200,00\u{202F}€, Atelier Durand", "18/11/2026", bill.number.text,
            refund.reference, "href=\"/factures/\(bill.id)/avoir?retour=\(refund.id)\"", "\u{A0}: 1 en attente",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(try story.books(of: bill).state == .paid(Cents(135_000)))
    }

    @Test func `sets a refund aside in one click, once`() throws {
        let refund = try story.refund(payment)
        try browser.open(path)
        for _ in 1...2 {
            let page = try browser.send("\(path)/\(refund.id)/classer")
            #expect(page.status == 200)
            #expect(page.text.contains("Classé sans avoir"))
            #expect(!page.text.contains("en attente"))
        }
        #expect(try story.books(of: bill).lines == [Cents(135_000)])
    }

    @Test func `names the credit note that answered`() throws {
        let refund = try story.refund(payment)
        try story.credit(refund)
        let text = try browser.open(path).text
        #expect(text.contains("Avoir <span class=\"number\">A-2026-0001</span>"))
        #expect(!text.contains("/classer"))
    }

    @Test func `writes a receipt down again when its refund failed, in one click, once`() throws {
        let refund = try story.refund(payment)
        try story.credit(refund)
        try story.goOn("refunds/\(refund.reference)/fail")
        let text = try browser.open(path).text
        #expect(text.contains("Remboursement non abouti"))
        #expect(text.contains("A-2026-0001"))
        for _ in 1...2 {
            let page = try browser.send("\(path)/\(refund.id)/reprendre")
            #expect(page.text.contains("La recette est inscrite de nouveau"))
            #expect(page.text.contains("puis recette inscrite de nouveau"))
            #expect(!page.text.contains("/reprendre"))
        }
        #expect(try story.books(of: bill).lines == [Cents(135_000), Cents(-135_000), Cents(135_000)])
    }

    @Test func `asks nothing about a refund that failed before it was answered`() throws {
        let refund = try story.refund(payment, isPending: true)
        #expect(try browser.open(path).text.contains("Remboursement en cours"))
        try story.goOn("refunds/\(refund.reference)/fail")
        let text = try browser.open(path).text
        #expect(text.contains("Remboursement non abouti"))
        #expect(text.contains("l’argent vous reste"))
        #expect(!text.contains("/reprendre"))
        #expect(try browser.send("\(path)/\(refund.id)/reprendre").status == 404)
    }

    @Test func `leads to Stripe while a dispute lasts, and proposes a credit note when it is lost`() throws {
        let dispute = try story.dispute(payment)
        let text = try browser.open(path).text
        #expect(text.contains("Litige en cours"))
        #expect(text.contains("avant la date limite"))
        #expect(text.contains("action=\"/stripe/tableau-de-bord\""))
        try story.goOn("disputes/\(dispute.reference)/lose")
        let lost = try browser.open(path).text
        #expect(lost.contains("Litige perdu"))
        #expect(lost.contains("/avoir?retour=\(dispute.id)"))
    }

    @Test func `asks nothing about a dispute that was won`() throws {
        let dispute = try story.dispute(payment)
        try story.goOn("disputes/\(dispute.reference)/win")
        let text = try browser.open(path).text
        #expect(text.contains("Litige gagné"))
        #expect(!text.contains("en attente"))
    }

    @Test func `asks nothing about money that no register holds`() throws {
        let other = try story.payTwice(try story.bill(from: freelancer))
        try story.refund(other.reference)
        let text = try browser.open(path).text
        #expect(text.contains("jamais inscrit au registre"))
        #expect(!text.contains("/avoir?retour="))
    }
}
