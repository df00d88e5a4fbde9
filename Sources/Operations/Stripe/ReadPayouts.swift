import Accounting
import Payments
import Store
import Stripe

/// An account's payouts of the last weeks are read at Stripe, each with the lines of the balance that make it up.
///
/// Stripe tells what makes up the payouts that it made by itself, and refuses to tell of one that the freelancer asked for.
struct ReadPayouts {
    let accountID: Int64

    /// How far back payouts are read, in seconds: five weeks, longer than any payout takes.
    private static let reach: Int64 = 35 * 86_400

    func run(in office: Office, stripe: StripeClient) throws {
        let reader = office.store.reader
        guard let account = try reader.account(accountID) else { return }
        let since = office.outside.now().adding(seconds: -Self.reach)
        for payout in try stripe.listPayouts(since: since, account: account.account).reversed() {
            guard let state = PayoutRecord.State(rawValue: payout.status) else { continue }
            let isExplained = try reader.isExplained(payout: payout.id, account: account, state: state)
            let lines =
                payout.isAutomatic && !isExplained
                ? try stripe.listBalanceTransactions(payout: payout.id, account: account.account) : []
            try note(payout, state, lines, of: account, in: office)
        }
    }

    private func note(
        _ payout: Payout,
        _ state: PayoutRecord.State,
        _ lines: [BalanceTransaction],
        of account: StripeAccount,
        in office: Office
    ) throws {
        try office.store.write { writer in
            let day = payout.arrivesAt.parisDay
            let change = try writer.putPayout(
                payout.id,
                account: account,
                state: state,
                of: payout.amount,
                isAutomatic: payout.isAutomatic,
                arrivesOn: day,
                createdAt: payout.created
            )
            // The payout's own line is what the others add up to.
            for line in lines where line.type != "payout" { try writer.addLine(PayoutLine(line), toPayout: change.id) }
            guard let news = Notification.Kind(state, change) else { return }
            try writer.notify(account.companyID, of: news, amount: payout.amount, day: day, at: office.outside.now())
        }
    }
}

extension PayoutLine {
    fileprivate init(_ line: BalanceTransaction) {
        self.init(
            reference: line.id,
            kind: line.type,
            payment: line.paymentIntent,
            amount: line.amount,
            fee: line.fee,
            net: line.net,
            createdAt: line.created
        )
    }
}

extension Notification.Kind {
    /// What the freelancer is told of a payout; nil when there is nothing new to tell.
    fileprivate init?(_ state: PayoutRecord.State, _ change: StoreWriter.PayoutChange) {
        switch state {
        case .failed where change.isNewState: self = .payoutFailed
        case .pending, .inTransit, .paid:
            guard change.isNew else { return nil }
            self = .payout
        case .failed, .canceled: return nil
        }
    }
}
