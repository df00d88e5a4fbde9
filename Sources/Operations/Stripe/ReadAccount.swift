import Store
import Stripe

/// A company's account is read at Stripe, and what it can do is noted.
struct ReadAccount {
    let accountID: Int64

    func run(in office: Office, stripe: StripeClient) throws {
        guard let known = try office.store.reader.account(accountID) else { return }
        let reading = try reading(of: known, stripe)
        try office.store.write { writer in
            guard let account = try writer.lockAccount(accountID), account.disconnectedBy == nil else { return }
            let now = office.outside.now()
            guard let reading else { return try LoseAccount(account: account).run(with: writer, at: now) }
            try writer.update(account, reading: reading, at: now)
            guard reading.state != account.state, let news = Notification.Kind(reading.state) else { return }
            try writer.notify(account.companyID, of: news, at: now)
        }
    }

    /// What Stripe says of it; nil when it is gone.
    private func reading(of known: StripeAccount, _ stripe: StripeClient) throws -> StripeAccount.Reading? {
        do {
            return StripeAccount.Reading(try stripe.retrieveAccount(id: known.account))
        } catch StripeError.accountGone {
            return nil
        }
    }
}

extension Notification.Kind {
    /// What the freelancer is told when their account comes into a state; nil when there is nothing to tell.
    fileprivate init?(_ state: StripeAccount.State) {
        switch state {
        case .active: self = .accountActive
        case .warned, .actionRequired, .refused: self = .accountAction
        case .toFinish, .underReview, .disconnected: return nil
        }
    }
}
