import Accounting
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

/// The server has the secret key of the other mode: to it, Stripe says of every account what it says of one that is gone.
@Suite(.database(.needme)) struct `A key of the other mode` {
    let story = Story()
    let bill: Bill
    let account: String

    init() throws {
        let freelancer = try story.freelancer()
        account = try story.connect(freelancer)
        bill = try story.bill(from: freelancer)
        #expect(try story.reader.account(named: account)?.isLive == false, "The key was a test key.")
        try story.forge("UPDATE stripe_accounts SET is_live = TRUE")
        story.stripe.faults.losesEvents = true
        story.stripe.control("accounts/\(account)/revoke")
    }

    @Test func `loses no account that is read with it, and the operator is told why`() throws {
        let (id, now) = (try #require(try connected()?.id), story.now)
        try Store(story.database.connect(as: .work)).write { try $0.leave(.readAccount, about: id, at: now) }
        guard case .postponed(_, let reason)? = try story.doErrands().last else {
            Issue.record("not put off")
            return
        }
        #expect(reason == "\(account) was connected with a live key, and NEEDME_STRIPE_SECRET_KEY is a test key")
        #expect(try connected() != nil)
    }

    @Test func `loses no account when a client clicks, whose attempt is over`() throws {
        #expect(throws: StripeSilent.self) { try story.click(bill) }
        #expect(try connected() != nil)
        #expect(try story.count("payment_attempts WHERE live_invoice IS NOT NULL") == 0)
    }

    @Test func `compares nothing, until the key is right`() throws {
        story.wait(seconds: 3_601)
        #expect(try story.reconcile().count { $0.contains("NEEDME_STRIPE_SECRET_KEY") } == 1)
        #expect(try connected() != nil)
        story.stripe.control("accounts/\(account)/readmit")
        try story.forge("UPDATE stripe_accounts SET is_live = FALSE")
        story.wait(seconds: 3_601)
        #expect(try story.reconcile() == [])
        #expect(try connected()?.reconciledAt == story.now)
    }

    @Test func `is not thought of where nobody noted the mode`() throws {
        try story.forge("UPDATE stripe_accounts SET is_live = NULL")
        #expect(throws: StripeSilent.self) { try story.click(bill) }
        #expect(try connected() == nil)
    }

    private func connected() throws -> StripeAccount? {
        try story.reader.account(named: account).flatMap { $0.disconnectedBy == nil ? $0 : nil }
    }
}
