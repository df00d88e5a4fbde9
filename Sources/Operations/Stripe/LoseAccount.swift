import Accounting
import Store

/// Stripe no longer lets us into an account: it is held for disconnected, whoever wanted it so, and its owner is told.
struct LoseAccount {
    let accountID: Int64
    /// When Stripe said so, or was asked: what was connected since is another connection.
    let moment: Instant

    /// - Returns: false when nothing is lost: it is disconnected already, or was connected again since.
    func run(with writer: StoreWriter, at now: Instant) throws -> Bool {
        guard let account = try writer.lockAccount(accountID), account.disconnectedBy == nil,
            account.connectedAt <= moment
        else { return false }
        try writer.disconnect(account, by: .stripe, at: now)
        try writer.notify(account.companyID, of: .accountLost, at: now)
        try writer.leave(.leaveAccount, about: account.id, at: now)
        return true
    }
}
