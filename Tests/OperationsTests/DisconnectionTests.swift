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

/// The end of a connection to Stripe, on either side, and connecting again.
@Suite(.database(.needme)) struct `Disconnecting Stripe` {
    let story = Story()
    let freelancer: Freelancer
    let account: String
    let bill: Bill

    init() throws {
        freelancer = try story.freelancer()
        account = try story.connect(freelancer)
        bill = try story.bill(from: freelancer)
    }

    @Test func `takes the buttons away at once, and closes the pages that clients have open`() throws {
        let page = try story.click(bill)
        try story.disconnect(freelancer)
        #expect(try !Browser(story).open("/f/\(bill.link.text)").text.contains("Payer en ligne"))
        #expect(throws: StoryError.self) { try story.click(bill) }
        try story.doErrands()
        #expect(story.stripe.pay(sessionURL: page).status == 410)
        #expect(try story.reader.account(named: account)?.disconnectedBy == .seller)
    }

    @Test func `still understands a payment that was made at the same moment`() throws {
        let page = try story.click(bill)
        try story.disconnect(freelancer)
        story.stripe.pay(sessionURL: page)
        try story.settleDown()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `keeps the history, and a late refund is still understood`() throws {
        let session = try story.pay(bill)
        try story.settleDown()
        try story.disconnect(freelancer)
        try story.settleDown()
        story.stripe.refund(try story.payment(of: session))
        try story.settleDown()
        #expect(try story.books(of: bill).news == [.receipt, .refund])
        #expect(try story.books(of: bill).state == .paid(Cents(135_000)))
    }

    @Test func `lets the same account be connected again in one gesture`() throws {
        try story.disconnect(freelancer)
        try story.settleDown()
        let browser = Browser(story, of: freelancer)
        #expect(try browser.open("/entreprise/paiement-en-ligne").text.contains("Reconnecter ce compte"))
        let row = try #require(try story.reader.formerAccounts(of: freelancer.companyID).first)
        #expect(try browser.send("/stripe/connexion", [("compte", "\(row.id)")]).text.contains("Actif"))
        #expect(try story.reader.connectedAccount(of: freelancer.companyID)?.account == account)
        try story.pay(bill)
        try story.deliver()
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
    }

    @Test func `at Stripe lets the same account be connected again, once Stripe gives access again`() throws {
        story.stripe.control("accounts/\(account)/revoke")
        try story.settleDown()
        let browser = Browser(story, of: freelancer)
        #expect(try browser.open("/entreprise/paiement-en-ligne").text.contains("Reconnecter ce compte"))
        let row = try #require(try story.reader.formerAccounts(of: freelancer.companyID).first)
        let refused = try browser.send("/stripe/connexion", [("compte", "\(row.id)")])
        #expect(refused.path == "/entreprise/paiement-en-ligne")
        #expect(refused.text.contains("Stripe ne donne plus accès à ce compte"))
        #expect(try story.reader.connectedAccount(of: freelancer.companyID) == nil)
        story.stripe.control("accounts/\(account)/readmit")
        #expect(try browser.send("/stripe/connexion", [("compte", "\(row.id)")]).text.contains("Actif"))
        #expect(try story.reader.connectedAccount(of: freelancer.companyID)?.account == account)
    }

    @Test func `lets another account be connected, and mixes no payments`() throws {
        let first = try story.click(bill)
        try story.disconnect(freelancer)
        try story.doErrands()
        let other = try story.connect(freelancer)
        #expect(other != account)
        let next = try story.bill(from: freelancer)
        try story.pay(next)
        try story.settleDown()
        #expect(try story.reader.payments(of: next.id).first?.source.account == other)
        #expect(story.stripe.pay(sessionURL: first).status == 410)
        try story.pay(bill)
        try story.settleDown()
        #expect(try story.reader.payments(of: bill.id).first?.source.account == other)
    }

    @Test func `of somebody else's account, or by connecting it again, is not possible`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        try story.disconnect(freelancer)
        let row = try #require(try story.reader.formerAccounts(of: freelancer.companyID).first)
        #expect(throws: NotFound.self) {
            try ReconnectStripe(companyID: paul.companyID, accountID: row.id)
                .run(in: story.office(of: .stripe), stripe: story.stripe.line)
        }
        try story.disconnect(paul)
        #expect(try story.reader.connectedAccount(of: paul.companyID) == nil)
    }

    @Test func `at Stripe is believed from its signed event, and the owner is told`() throws {
        story.stripe.control("accounts/\(account)/revoke")
        try story.deliver()
        #expect(try story.reader.account(named: account)?.disconnectedBy == .stripe)
        #expect(try !Browser(story).open("/f/\(bill.link.text)").text.contains("Payer en ligne"))
        #expect(try story.reader.notifications(of: freelancer.companyID).first?.kind == .accountLost)
        #expect(try story.reader.events(of: freelancer.companyID).first?.outcome == .disconnected)
    }

    @Test func `at Stripe whose event comes late does not undo a newer connection`() throws {
        story.stripe.control("accounts/\(account)/revoke")
        let late = story.stripe.deliverEvents()
        try story.forge(
            "UPDATE stripe_accounts SET state = 'disconnected', disconnected_at = NOW(6), disconnected_by = 'seller'"
        )
        story.wait(seconds: 60)
        story.stripe.control("accounts/\(account)/readmit")
        let row = try #require(try story.reader.formerAccounts(of: freelancer.companyID).first)
        _ = try ReconnectStripe(companyID: freelancer.companyID, accountID: row.id)
            .run(in: story.office(of: .stripe), stripe: story.stripe.line)
        for event in late { #expect(try story.knock(event) == 200) }
        #expect(try story.reader.connectedAccount(of: freelancer.companyID)?.account == account)
    }

    @Test func `at Stripe loses no payment made before, once Stripe gives access again`() throws {
        story.stripe.faults.losesEvents = true
        try story.pay(bill)
        story.stripe.faults.losesEvents = false
        story.stripe.control("accounts/\(account)/revoke")
        try story.settleDown()
        #expect(try story.reader.account(named: account)?.disconnectedBy == .stripe)
        story.wait(seconds: 3_601)
        #expect(try story.reconcile() == [], "That it lets nobody in is known.")
        story.stripe.control("accounts/\(account)/readmit")
        story.wait(seconds: 3_601)
        #expect(try story.reconcile() == [])
        #expect(try story.books(of: bill) == .paid(Cents(135_000)))
        #expect(try story.reader.connectedAccount(of: freelancer.companyID) == nil, "Connecting is for its owner.")
    }

    @Test func `at Stripe ends our questions when no payment can come any more`() throws {
        story.stripe.control("accounts/\(account)/revoke")
        try story.settleDown()
        story.wait(seconds: 36 * 86_400)
        #expect(try story.reader.accounts(unreconciledSince: story.now, limit: 9) == [])
    }

    @Test func `at Stripe is noticed by a click, should no event come`() throws {
        story.stripe.faults.losesEvents = true
        story.stripe.control("accounts/\(account)/revoke")
        #expect(throws: (any Error).self) { try story.click(bill) }
        #expect(try story.reader.account(named: account)?.disconnectedBy == .stripe)
    }

    @Test func `leaves a delayed payment that Stripe will never tell of to a person, after two weeks`() throws {
        story.stripe.faults.delaysPayments = true
        let session = try story.pay(bill)
        try story.comeBack(bill, session: session)
        story.stripe.control("accounts/\(account)/revoke")
        try story.settleDown()
        #expect(try story.books(of: bill).state == .processing(paid: .zero, of: Cents(135_000)))
        for _ in 1...15 {
            story.wait(seconds: 86_400)
            try story.sweep()
        }
        #expect(try story.books(of: bill).state == .open(paid: .zero, of: Cents(135_000)))
        #expect(try story.books(of: bill).news == [.discrepancy])
        #expect(try story.reader.discrepancies(of: freelancer.companyID).map(\.kind) == [.lostSight])
    }
}

extension Payment.Source {
    /// The account at Stripe; nil for a receipt by hand.
    var account: String? { if case .stripe(let account, _) = self { account } else { nil } }
}
