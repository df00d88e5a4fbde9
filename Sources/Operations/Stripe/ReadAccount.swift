import Store
import Stripe

/// A company's account is read at Stripe, and what it can do is noted.
struct ReadAccount {
    let accountID: Int64

    func run(in office: Office, stripe: StripeClient) throws {
        guard let known = try office.store.reader.account(accountID) else { return }
        let state = try state(of: known, stripe)
        try office.store.write { writer in
            guard let account = try writer.reader.account(accountID), account.state != .disconnected else { return }
            let now = office.outside.now()
            try writer.update(account, state: state, at: now)
            guard state != account.state, let news = Notification.Kind(state) else { return }
            try writer.notify(account.companyID, of: news, at: now)
        }
    }

    private func state(of known: StripeAccount, _ stripe: StripeClient) throws -> StripeAccount.State {
        do {
            return StripeAccount.State(try stripe.retrieveAccount(id: known.account))
        } catch StripeError.accountGone {
            return .disconnected
        }
    }
}

extension Notification.Kind {
    /// What the freelancer is told when their account comes into a state; nil when there is nothing to tell.
    fileprivate init?(_ state: StripeAccount.State) {
        switch state {
        case .active: self = .accountActive
        case .actionRequired, .refused, .disconnected: self = .accountAction
        case .toFinish, .underReview: return nil
        }
    }
}
