import Store
import Stripe

extension StripeAccount.State {
    /// What an account read at Stripe can do.
    init(_ account: Account) {
        let requirements = account.requirements
        let disabledReason = requirements.disabledReason ?? ""
        if ["rejected", "listed", "platform_paused"].contains(where: disabledReason.hasPrefix) {
            self = .refused
        } else if account.takesCards {
            self = .active
        } else if !account.detailsSubmitted {
            self = .toFinish
        } else if requirements.currentlyDue.isEmpty, requirements.pastDue.isEmpty, requirements.errors.isEmpty {
            self = .underReview
        } else {
            self = .actionRequired
        }
    }
}
