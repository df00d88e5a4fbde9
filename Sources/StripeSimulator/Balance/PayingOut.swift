extension Simulator {
    /// Sends everything of an account that has not gone to the bank yet there.
    ///
    /// Stripe remembers which lines an automatic payout gathers; one that the owner asks for takes an amount, of which
    /// nobody says what made it.
    mutating func payOut(_ account: String, isAutomatic: Bool = true) {
        let lines = state.balance.filter { $0.account == account && $0.payout == nil }
        let sum = lines.reduce(0) { $0 + $1.net }
        guard sum > 0 else { return }
        let id = newIdentifier("po_")
        let line = book(.payout, sum, of: id, on: account)
        for line in lines.map(\.id) + [line] where isAutomatic { state.change(\.balance, line) { $0.payout = id } }
        state.payouts.append(
            PayoutRecord(
                id: id,
                account: account,
                created: time,
                arrival: (time / 86_400 + 2) * 86_400,
                amount: sum,
                currency: "eur",
                line: line,
                isAutomatic: isAutomatic
            )
        )
        emitPayout("payout.created", id)
    }

    /// A payout goes its way; one that fails, be it after it was paid, puts its money back on the balance.
    mutating func settle(payout id: String, as status: PayoutRecord.Status) {
        guard let before = state.payouts.last(where: { $0.id == id }) else { return }
        switch (before.status, status) {
        case (.pending, .sent), (.pending, .paid), (.sent, .paid): break
        case (.pending, .failed), (.sent, .failed), (.paid, .failed):
            book(.payoutFailure, before.amount, of: id, on: before.account)
        default: return
        }
        state.change(\.payouts, id) { $0.status = status }
        emitPayout("payout.updated", id)
        if status == .paid { emitPayout("payout.paid", id) }
        if status == .failed { emitPayout("payout.failed", id) }
    }

    private mutating func emitPayout(_ type: String, _ id: String) {
        guard let payout = state.payouts.last(where: { $0.id == id }) else { return }
        emit(type, account: payout.account, json(payout))
    }
}
