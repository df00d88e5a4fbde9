import MariaDB
import OperationsTestSupport
import StripeSimulator
import StripeTestSupport
import TestSupport

// A scene comes to rest: everything is told that was not, the worker works, and time goes by until nothing is due.

extension Scene {
    /// The worker catches up with what was left to it, a moment later: nothing happens at Stripe meanwhile, and no page is
    /// left open that must not be paid.
    func catchUp() throws {
        say("the worker catches up")
        story.stripe.faults = .init()
        for _ in 1...3 {
            try books.execute("UPDATE outbox SET due_at = \(story.now) WHERE done_at IS NULL")
            while try errand() {}
        }
        let breaches = try openPageBreaches()
        guard breaches.isEmpty else { throw SceneFailure(breaches.joined(separator: "\n")) }
    }

    /// Everything comes that may still come, and sixteen days go by.
    func comeToRest() throws {
        say("— at rest")
        for payment in story.stripe.state.paymentsUnderWay where !lot.once(in: 3) {
            story.stripe.control("payments/\(payment)/\(lot.once(in: 3) ? "fail" : "succeed")")
        }
        for money in story.stripe.state.receivedMoney { story.stripe.releaseBalance(money.payment) }
        let told = try toldEvents()
        for event in story.stripe.state.eventIdentifiers.shuffled(using: &lot)
        where !told.contains(event) || lot.once(in: 6) {
            try send(event)
        }
        for seconds: Int64 in [180, 3_700, 600_000, 720_000, 3_700] {
            story.wait(seconds: seconds)
            for event in story.stripe.deliverEvents() { try story.knock(event) }
            try sweep()
            while try errand() {}
            try reconcile()
            while try errand() {}
        }
    }

    /// The events that we have answered for.
    private func toldEvents() throws -> Set<String> {
        let rows = try books.rows(
            """
            SELECT e.event FROM stripe_accounts a JOIN stripe_events e ON e.account = a.account
            WHERE a.company_id = \(companyID)
            """
        )
        return try Set(rows.map { row -> String in try row["event"] })
    }
}
