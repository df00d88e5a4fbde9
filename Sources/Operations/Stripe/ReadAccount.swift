import Accounting
import Store
import Stripe

/// A company's account is read at Stripe, and what it can do is noted.
///
/// An answer to a question that was asked before a newer reading or a newer connection is out of date, and changes nothing.
struct ReadAccount {
    let accountID: Int64

    /// - Throws: ``OtherMode`` or `StripeError`.
    func run(in office: Office, stripe: StripeClient) throws {
        guard let known = try office.store.reader.account(accountID) else { return }
        let askedAt = office.outside.now()
        let reading = try reading(of: known, stripe)
        try office.store.write { writer in
            let now = office.outside.now()
            guard let account = try writer.lockAccount(accountID), account.disconnectedBy == nil,
                account.readAt <= askedAt, account.connectedAt <= askedAt
            else { return }
            guard let reading else {
                _ = try LoseAccount(accountID: accountID, moment: askedAt).run(with: writer, at: now)
                return
            }
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
            try known.mustBeVisible(to: stripe)
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
