import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

/// One company never sees, guesses or changes another's objects.
@Suite(.database(.needme)) struct `Another company's payments` {
    let story = Story()
    let owner: Freelancer
    let browser: Browser
    let stranger: Freelancer
    let money: QuarantinedPayment
    let refund: ReversalRecord
    let discrepancy: Discrepancy
    let payout: PayoutRecord

    init() throws {
        owner = try story.connectedFreelancer()
        stranger = try story.connectedFreelancer("paul@exemple.fr", seller: .paul)
        browser = Browser(story, of: stranger)
        money = try story.payTwice(try story.bill(from: owner))
        refund = try story.refund(try story.payAndSettle(try story.bill(from: owner)))
        payout = try story.payOut(owner)
        discrepancy = try story.loseAttempt(of: try story.bill(from: owner))
    }

    @Test func `stand on none of a stranger's pages`() throws {
        for path in ["", "/remboursements", "/ecarts", "/versements", "/journal"] {
            let text = try browser.open("/paiements" + path).text
            for secret in ["Atelier Durand", "F-2026", "en attente"] { #expect(!text.contains(secret), "\(path)") }
        }
        #expect(try browser.open("/paiements/versements/\(payout.id)").status == 404)
    }

    @Test func `are forms that do not exist`() throws {
        let own = try story.bill(from: stranger, [.taxed])
        try browser.open("/paiements")
        #expect(try browser.send("/paiements/\(money.id)/affecter", [("facture", "\(own.id)")]).status == 404)
        #expect(try browser.send("/paiements/remboursements/\(refund.id)/classer").status == 404)
        #expect(try browser.send("/stripe/ecarts/\(discrepancy.id)").status == 404)
        try story.credit(refund)
        try story.goOn("refunds/\(refund.reference)/fail")
        #expect(try browser.send("/paiements/remboursements/\(refund.id)/reprendre").status == 404)
        #expect(try story.reader.quarantinedPayment(money.id)?.resolution == nil)
        #expect(try story.reader.reversal(refund.id)?.setAsideAt == nil)
    }

    @Test func `cannot be paid with one's own money`() throws {
        let own = try story.payTwice(try story.bill(from: stranger, [.taxed]))
        let theirs = try story.bill(from: owner)
        try browser.open("/paiements")
        #expect(try browser.send("/paiements/\(own.id)/affecter", [("facture", "\(theirs.id)")]).status == 404)
        #expect(try story.books(of: theirs).payments == [])
    }

    @Test func `are no account of a stranger's at Stripe`() throws {
        try browser.open("/paiements")
        let account = try #require(try story.reader.account(named: money.account))
        #expect(try browser.send("/stripe/tableau-de-bord", [("compte", "\(account.id)")]).status == 404)
    }

    @Test func `are asked for behind the log-in only`() throws {
        for path in ["", "/remboursements", "/ecarts", "/versements", "/versements/\(payout.id)", "/journal"] {
            #expect(try Browser(story).open("/paiements" + path).path == "/connexion", "\(path)")
        }
    }

    @Test(arguments: ["", "x"]) func `take no form of another site`(token: String) throws {
        let browser = Browser(story, of: owner)
        try browser.open("/paiements")
        for path in [
            "/paiements/\(money.id)/affecter", "/paiements/remboursements/\(refund.id)/classer",
            "/paiements/remboursements/\(refund.id)/reprendre",
        ] {
            #expect(try browser.send(path, token: token).status == 403)
        }
    }
}
