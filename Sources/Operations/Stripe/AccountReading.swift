import Store
import Stripe

extension StripeAccount.Reading {
    /// What Stripe says of an account, in our words.
    init(_ account: Account) {
        self.init(
            state: StripeAccount.State(account),
            wanted: account.requirements.wanted,
            deadline: account.requirements.currentDeadline,
            statementPrefix: account.statementPrefix
        )
    }
}

extension StripeAccount.State {
    /// What an account read at Stripe can do.
    init(_ account: Account) {
        let wantsNothing = account.requirements.wanted.isEmpty
        if account.isDisabled(by: ["rejected", "listed", "platform_paused"]) {
            self = .refused
        } else if account.takesCards {
            self = wantsNothing ? .active : .warned
        } else if !account.detailsSubmitted {
            self = .toFinish
        } else {
            self = wantsNothing && account.isUnderReview ? .underReview : .actionRequired
        }
    }
}

extension Account.Requirements {
    /// What the freelancer is to give now, each once: what is due, and what was given and not accepted.
    fileprivate var wanted: [String] {
        (pastDue + currentlyDue + errors.map { $0.requirement ?? $0.code }).reduce(into: []) { found, name in
            if !found.contains(name) { found.append(name) }
        }
    }
}

extension Account {
    /// True when Stripe says that it is looking at what it was given; any other reason waits for the freelancer.
    fileprivate var isUnderReview: Bool {
        guard requirements.disabledReason != nil else { return capabilities["card_payments"] == "pending" }
        return isDisabled(by: ["requirements.pending_verification", "under_review"])
    }

    fileprivate func isDisabled(by reasons: [String]) -> Bool {
        reasons.contains { requirements.disabledReason?.hasPrefix($0) == true }
    }

    /// The short label on card statements: the seller's own, else the beginning of the long one, as Stripe cuts it.
    fileprivate var statementPrefix: String? {
        statementDescriptorPrefix ?? statementDescriptor.map { String($0.prefix(10)) }
    }
}
