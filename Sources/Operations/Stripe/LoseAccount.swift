import Accounting
import Store

/// Stripe no longer lets us into an account: it is held for disconnected, whoever wanted it so, and its owner is told.
struct LoseAccount {
    let account: StripeAccount

    func run(with writer: StoreWriter, at now: Instant) throws {
        guard account.disconnectedBy == nil else { return }
        try writer.disconnect(account, by: .stripe, at: now)
        try writer.notify(account.companyID, of: .accountLost, at: now)
        try writer.leave(.leaveAccount, about: account.id, at: now)
    }
}
