import Accounting
import Curl
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `Reading payouts` {
    let story = Story()
    let freelancer: Freelancer

    init() throws {
        freelancer = try story.connectedFreelancer()
        try story.payAndSettle(try story.bill(from: freelancer))
    }

    @Test func `asks once what makes up a payout, as long as it stays where it is`() throws {
        let payout = try story.payOut(freelancer)
        #expect(try questions() == 0)
        story.stripe.control("payouts/\(payout.reference)/pay")
        #expect(try questions() == 1, "It has moved.")
        #expect(try story.reader.payouts(of: freelancer.companyID).map(\.state) == [.paid])
        #expect(try questions() == 0)
    }

    @Test func `asks again as long as the lines do not add up`() throws {
        try story.payOut(freelancer)
        try story.forge("DELETE FROM payout_lines")
        #expect(try questions() == 1)
        #expect(try questions() == 0)
    }

    /// How often the worker asks what makes up a payout when it compares everything.
    private func questions() throws -> Int {
        let stripe = story.stripe
        var count = 0
        let line = Story.stripeLine { request throws(TransportError) in
            if request.url.contains("/v1/balance_transactions?") { count += 1 }
            return try stripe.exchange(request)
        }
        story.wait(seconds: Reconcile.period + 1)
        #expect(try Reconcile().run(in: story.office(of: .work), stripe: line) == [])
        return count
    }
}
