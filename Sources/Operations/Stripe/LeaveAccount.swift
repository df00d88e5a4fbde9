import Payments
import Store
import Stripe

/// An account was disconnected: the pages that clients have open on it are closed, then Stripe is told.
///
/// Stripe must be told last: afterwards it would let us neither close them nor learn how a delayed payment ended. It is
/// told of an account that existed before; one that we created stays ours (Stripe: `no_deauth_on_controlled_account`), and
/// can be connected again.
struct LeaveAccount {
    let accountID: Int64
    let oauth: OAuth?

    /// - Throws: ``NotYet`` while a delayed payment is under way.
    func run(in office: Office, stripe: StripeClient) throws {
        let reader = office.store.reader
        guard let account = try reader.account(accountID), let leaver = account.disconnectedBy else { return }
        for record in try reader.liveAttempts(of: account.account) {
            try CloseCheckout(attemptID: record.id).run(in: office, stripe: stripe)
        }
        guard leaver == .seller, account.origin == .existing, let oauth else { return }
        guard try reader.liveAttempts(of: account.account).isEmpty,
            try !reader.awaitsConfirmation(on: account.account)
        else {
            throw NotYet(description: "a payment is under way on the account")
        }
        // Closing pages takes its time: who has come back meanwhile stays.
        guard try reader.account(accountID)?.disconnectedBy == .seller else { return }
        try tell(stripe, of: account.account, oauth)
    }

    private func tell(_ stripe: StripeClient, of account: String, _ oauth: OAuth) throws {
        do {
            try stripe.deauthorize(oauth, account: account)
        } catch {
            // Not connected any more: told before, or the freelancer was faster at Stripe.
            guard case .refused(let refusal) = error, refusal.code == "invalid_client" else { throw error }
        }
    }
}
