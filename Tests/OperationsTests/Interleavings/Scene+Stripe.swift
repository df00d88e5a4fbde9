import MariaDB
import OperationsTestSupport
import StripeSimulator
import StripeTestSupport
import TestSupport

// What Stripe tells, and what happens there to sessions and accounts.

extension Scene {
    /// Stripe knocks with what it has to tell, in any order; some of it is lost on the way.
    func knock() throws {
        for event in story.stripe.deliverEvents().shuffled(using: &lot) {
            if lot.once(in: 6) {
                say("lost \(event.type)")
            } else {
                try knock(event)
            }
        }
    }

    /// Stripe knocks once more with anything that ever happened.
    func knockAgain() throws {
        for _ in 0..<lot.draw(1...4) {
            guard let event = any(of: story.stripe.state.eventIdentifiers) else { return }
            try send(event)
        }
    }

    /// Stripe sends one event again.
    func send(_ event: String) throws {
        story.stripe.control("events/\(event)/resend")
        for event in story.stripe.deliverEvents() { try knock(event) }
    }

    func knock(_ event: SignedEvent) throws {
        say("knock \(event.type)")
        let status = try story.knock(event, in: office(.webhook))
        // A connection that is cut keeps Stripe from being answered; everything else is taken.
        guard status == 200 || cutting != nil || story.stripe.faults.signing != .right else {
            throw SceneFailure("Stripe was answered \(status) for \(event.type)")
        }
    }

    func expire() {
        guard let page = any(of: pages) else { return }
        say("expire \(page.session.suffix(6))")
        story.stripe.control("sessions/\(page.session)/expire")
    }

    /// A delayed payment succeeds or fails.
    func delayedEnds() {
        guard let payment = any(of: story.stripe.state.paymentsUnderWay) else { return }
        let word = lot.once(in: 2) ? "succeed" : "fail"
        say("delayed \(payment.suffix(6)): \(word)")
        story.stripe.control("payments/\(payment)/\(word)")
    }

    /// Something happens to an account at Stripe.
    func account() throws {
        guard let account = any(of: try accounts()) else { return }
        let isRevoked = story.stripe.state.isRevoked(account: account)
        guard let word = isRevoked ? "readmit" : any(of: ["revoke", "restrict", "enable", "enable", "warn"]) else {
            return
        }
        say("account \(account.suffix(6)): \(word)")
        if word == "revoke" { lostAccounts.insert(account) }
        story.stripe.control("accounts/\(account)/\(word)")
    }

    /// The company's accounts, oldest first.
    func accounts() throws -> [String] {
        try books.rows("SELECT account FROM stripe_accounts WHERE company_id = \(companyID) ORDER BY id")
            .map { try $0["account"] }
    }
}
