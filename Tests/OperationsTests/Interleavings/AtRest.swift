import Accounting
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeSimulator
import StripeTestSupport

// What must hold once a scene has come to rest.

extension Scene {
    /// A page that must not be paid any more cannot be: for an invoice that is cancelled, paid, offered online no more, or
    /// on an account that the freelancer has left.
    func openPageBreaches() throws -> [String] {
        let now = try photograph()
        let leftAccounts = try accounts(leftBy: "seller")
        return now[.attempt].compactMap { attempt in
            guard let session = attempt.reference, let account = attempt.account,
                let invoice = now[.invoice].first(where: { $0.id == attempt.invoice }),
                !lostAccounts.contains(account), story.stripe.state.isOpen(session: session)
            else { return nil }
            let isShut =
                invoice.word == "cancelled" || invoice.word == "paid" || invoice.other == 0
                || leftAccounts.contains(account)
            guard isShut, story.stripe.pay(sessionURL: story.stripe.sessionURL(session)).status != 410 else {
                return nil
            }
            return "\(session) can be paid for invoice \(invoice.id), \(invoice.word ?? "")"
        }
    }

    /// Everything that does not hold at rest.
    func restBreaches() throws -> [String] {
        let now = try photograph()
        return recordBreaches(now) + standstillBreaches(now) + (try reversalBreaches(now)) + (try chainBreaches())
    }

    /// Every payment is recorded, unless its account keeps us from asking.
    private func recordBreaches(_ now: Photograph) -> [String] {
        let booked = Set((now[.payment] + now[.quarantine]).compactMap(\.reference))
        let unrecorded = story.stripe.state.receivedMoney.filter { money in
            !booked.contains(money.payment) && !isSilent(money.account)
        }
        return unrecorded.map { "\($0) is not recorded" }
    }

    private func standstillBreaches(_ now: Photograph) -> [String] {
        let open = now[.discrepancy].filter { $0.other == 1 && $0.word != "lost_sight" }
        // What waits for an account that is gone is given up later.
        let errands = now[.errand].filter { $0.reference?.contains("the account is gone") != true }
        return broken("at rest") {
            ("attempts live: \(now[.attempt].filter(\.isLive))", now[.attempt].contains(where: \.isLive))
            ("an invoice waits for money", now[.invoice].contains { $0.word == "processing" })
            ("an event waits", now[.outcome].contains { $0.word == "waiting" })
            ("errands are left: \(errands)", !errands.isEmpty)
            ("« Écarts »: \(open)", !open.isEmpty)
        }
    }

    /// What went back at Stripe of money that is known is noted as it stands there, unless the account was taken from us.
    private func reversalBreaches(_ now: Photograph) throws -> [String] {
        let state = story.stripe.state
        let taken = try accounts(leftBy: "stripe")
        let known = Set((now[.payment] + now[.quarantine]).compactMap(\.reference))
        let money = state.receivedMoney.filter {
            known.contains($0.payment) && !taken.contains($0.account) && !isSilent($0.account)
        }
        let refunds = money.flatMap { state.refunds(ofPayment: $0.payment) }.map { refund in
            (refund, "refund " + Self.word(ofRefund: state.status(ofRefund: refund)))
        }
        let disputes = money.flatMap { state.disputes(ofPayment: $0.payment) }.map { dispute in
            (dispute, "dispute " + Self.word(ofDispute: state.status(ofDispute: dispute)))
        }
        return (refunds + disputes).compactMap { reference, word in
            let noted = now[.reversal].first { $0.reference == reference }?.word
            return noted == word ? nil : "\(reference) is \(word), noted as \(noted ?? "nothing")"
        }
    }

    private func chainBreaches() throws -> [String] {
        let reader = Store(books).reader
        let lines = try reader.registerLines(of: companyID, limit: .max)
        let breaches = RegisterChain(digest: sha256).breaches(in: lines, head: try reader.registerHead(of: companyID))
        return breaches.map { "the register: \($0)" }
    }

    private func accounts(leftBy leaver: String) throws -> Set<String> {
        let rows = try books.rows(
            "SELECT account FROM stripe_accounts WHERE company_id = \(companyID) AND disconnected_by = \(leaver)"
        )
        return try Set(rows.map { row -> String in try row["account"] })
    }

    private func isSilent(_ account: String) -> Bool { story.stripe.state.isRevoked(account: account) }

    private static func word(ofRefund status: String?) -> String {
        switch status {
        case "succeeded": "done"
        case "failed", "canceled": "failed"
        default: "pending"
        }
    }

    private static func word(ofDispute status: String?) -> String {
        switch status {
        case "lost": "done"
        case "won": "failed"
        default: "pending"
        }
    }
}
