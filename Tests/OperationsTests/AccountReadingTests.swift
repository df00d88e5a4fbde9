import Foundation
import Store
import Stripe
import Testing

@testable import Operations

/// What an account can do, from what Stripe says of it (Stripe API reference, "The Account object").
@Suite struct `Reading an account` {
    /// A line of the table: what Stripe says, and the state that it is.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let state: StripeAccount.State
        var submitted = true
        var charges = false
        var cards: String? = "inactive"
        var due: [String] = []
        var past: [String] = []
        var reason: String?
        var problem = false
    }

    static let table = [
        Case(testDescription: "left half-way", state: .toFinish, submitted: false, reason: "requirements.past_due"),
        Case(testDescription: "nothing given yet", state: .toFinish, submitted: false, due: ["individual.dob"]),
        Case(
            testDescription: "being verified",
            state: .underReview,
            cards: "pending",
            reason: "requirements.pending_verification"
        ),
        Case(testDescription: "under review", state: .underReview, reason: "under_review"),
        Case(testDescription: "no reason, cards pending", state: .underReview, cards: "pending"),
        Case(testDescription: "charges on, cards pending", state: .underReview, charges: true, cards: "pending"),
        Case(
            testDescription: "being verified, and something due",
            state: .actionRequired,
            due: ["external_account"],
            reason: "requirements.pending_verification"
        ),
        Case(
            testDescription: "past due",
            state: .actionRequired,
            past: ["individual.dob"],
            reason: "requirements.past_due"
        ),
        Case(testDescription: "past due, and nothing named", state: .actionRequired, reason: "requirements.past_due"),
        Case(testDescription: "a reason that Stripe adds later", state: .actionRequired, reason: "something.new"),
        Case(
            testDescription: "a pending card, with another reason",
            state: .actionRequired,
            cards: "pending",
            reason: "other"
        ),
        Case(testDescription: "charges on, cards inactive", state: .actionRequired, charges: true),
        Case(testDescription: "charges on, no cards", state: .actionRequired, charges: true, cards: nil),
        Case(testDescription: "no reason, nothing due, no charges", state: .actionRequired, cards: "active"),
        Case(
            testDescription: "what was given is refused",
            state: .actionRequired,
            reason: "requirements.pending_verification",
            problem: true
        ),
        Case(testDescription: "on", state: .active, charges: true, cards: "active"),
        Case(
            testDescription: "on, something due",
            state: .warned,
            charges: true,
            cards: "active",
            due: ["external_account"]
        ),
        Case(testDescription: "on, something refused", state: .warned, charges: true, cards: "active", problem: true),
        Case(testDescription: "rejected", state: .refused, reason: "rejected.fraud"),
        Case(testDescription: "listed", state: .refused, reason: "listed"),
        Case(
            testDescription: "paused by us",
            state: .refused,
            charges: true,
            cards: "active",
            reason: "platform_paused"
        ),
        Case(testDescription: "rejected half-way", state: .refused, submitted: false, reason: "rejected.other"),
    ]

    @Test(arguments: table) func `says what it can do`(line: Case) throws {
        #expect(StripeAccount.State(try line.account) == line.state)
    }

    @Test func `names what was refused, though Stripe does not say which requirement it is`() throws {
        let account = try Case(testDescription: "", state: .warned, due: ["external_account"], problem: true).account
        #expect(StripeAccount.Reading(account).wanted == ["external_account", "invalid_statement_descriptor"])
    }
}

extension `Reading an account`.Case {
    fileprivate var account: Account {
        get throws {
            var requirements: [String: Any] = ["currently_due": due, "past_due": past]
            requirements["disabled_reason"] = reason
            if problem { requirements["errors"] = [["code": "invalid_statement_descriptor", "reason": "No."]] }
            let account: [String: Any] = [
                "id": "acct_1", "charges_enabled": charges, "details_submitted": submitted, "payouts_enabled": true,
                "capabilities": cards.map { ["card_payments": $0] } ?? [:], "requirements": requirements,
            ]
            return try JSONDecoder().decode(Account.self, from: JSONSerialization.data(withJSONObject: account))
        }
    }
}
