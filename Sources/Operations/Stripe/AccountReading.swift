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
        let disabledReason = account.requirements.disabledReason ?? ""
        let wantsNothing = account.requirements.wanted.isEmpty
        if ["rejected", "listed", "platform_paused"].contains(where: disabledReason.hasPrefix) {
            self = .refused
        } else if account.takesCards {
            self = wantsNothing ? .active : .warned
        } else if !account.detailsSubmitted {
            self = .toFinish
        } else {
            self = wantsNothing ? .underReview : .actionRequired
        }
    }
}

extension Account.Requirements {
    /// What the freelancer is to give now, each once: what is due, and what was given and not accepted.
    fileprivate var wanted: [String] {
        (pastDue + currentlyDue + errors.compactMap(\.requirement)).reduce(into: []) { found, name in
            if !found.contains(name) { found.append(name) }
        }
    }
}

extension Account {
    /// The short label on card statements: the seller's own, else the beginning of the long one, as Stripe cuts it.
    fileprivate var statementPrefix: String? {
        statementDescriptorPrefix ?? statementDescriptor.map { String($0.prefix(10)) }
    }
}
