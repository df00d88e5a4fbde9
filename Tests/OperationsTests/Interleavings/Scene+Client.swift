import Invoicing
import Operations
import OperationsTestSupport
import StripeSimulator
import StripeTestSupport
import TestSupport

// What clients do.

extension Scene {
    /// A client clicks « Payer en ligne ».
    func click() throws {
        guard let bill = any(of: bills) else { return }
        try click(bill)
    }

    @discardableResult
    private func click(_ bill: Bill) throws -> CheckoutPage? {
        say("click \(bill.number.text)")
        guard
            case .checkout(let url) = try StartPayment(link: bill.link).run(
                in: office(.stripe),
                stripe: story.stripe.line
            )
        else { return nil }
        let page = CheckoutPage(bill: bill, url: url, session: story.session(at: url))
        if !pages.contains(where: { $0.session == page.session }) { pages.append(page) }
        return page
    }

    /// A client pays on the newest page, or clicks first.
    func pay(delayed: Bool = false) throws {
        guard let page = try openPage() else { return }
        try pay(page, delayed: delayed)
    }

    /// A client pays on any page that was ever opened.
    func payAgain() throws {
        guard let page = any(of: pages) else { return }
        try pay(page, delayed: false)
    }

    private func pay(_ page: CheckoutPage, delayed: Bool) throws {
        let before = story.stripe.faults.delaysPayments
        story.stripe.faults.delaysPayments = delayed
        defer { story.stripe.faults.delaysPayments = before }
        let isKlarna = lot.once(in: 10)
        let answer =
            isKlarna ? story.stripe.payWithKlarna(sessionURL: page.url) : story.stripe.pay(sessionURL: page.url)
        say("pay \(page.session.suffix(6))\(delayed ? " slowly" : ""): \(answer.status)")
    }

    /// A bank says no.
    func decline() throws {
        guard let page = try openPage() else { return }
        let cards = ["4000 0000 0000 0002", "4000 0000 0000 9995", "4000 0084 0000 1629"]
        let answer = story.stripe.pay(sessionURL: page.url, card: any(of: cards) ?? cards[0])
        say("decline \(page.session.suffix(6)): \(answer.status)")
    }

    /// A bank asks its customer, who accepts or refuses.
    func authenticate() throws {
        guard let page = try openPage() else { return }
        let accepts = lot.once(in: 2)
        story.stripe.pay(sessionURL: page.url, card: "4000 0025 0000 3155", authenticates: accepts)
        say("authenticate \(page.session.suffix(6)): \(accepts)")
    }

    /// A client comes back from Stripe's page, having paid or not.
    func comeBack() throws {
        guard let page = lot.once(in: 3) ? any(of: pages) : pages.last else { return }
        say("come back \(page.session.suffix(6))")
        _ = try ReturnFromCheckout(link: page.bill.link, session: page.session)
            .run(in: office(.stripe), stripe: story.stripe.line)
    }

    private func openPage() throws -> CheckoutPage? {
        if let page = pages.last, lot.once(in: 2), story.stripe.state.isOpen(session: page.session) { return page }
        return try any(of: bills).flatMap { try click($0) }
    }
}
