import Accounting
import Invoicing
import MariaDB
import Operations
import Store
import StripeTestSupport

extension Story {
    /// Everything a freelancer sees and does under « Paiements ».
    func lookAfterPayments(_ jeanne: Freelancer) throws {
        let browser = Browser(self, of: jeanne)
        try assignAndRefund(jeanne, browser)
        try answerReversals(jeanne, browser)
        let discrepancy = try loseAttempt(of: try bill(from: jeanne))
        try browser.open("/paiements/ecarts").mustBe(200)
        try browser.send("/paiements/ecarts/\(discrepancy.id)/classer").mustBe(200)
        try browser.send("/stripe/ecarts/\(discrepancy.id)").mustBe(200)
        try hearOfUnknownSession(jeanne)
        let payout = try payOut(jeanne)
        for page in ["ecarts", "versements", "versements/\(payout.id)", "journal"] {
            try browser.open("/paiements/" + page).mustBe(200)
        }
    }

    /// Stripe tells of a session of ours whose attempt is gone, and nobody finds it again.
    private func hearOfUnknownSession(_ jeanne: Freelancer) throws {
        let session = try pay(try bill(from: jeanne))
        try forge("DELETE FROM payment_attempts WHERE session = \(session)")
        try deliver()
        try doErrands()
        wait(seconds: 600)
        try doErrands()
        guard try reader.events(of: jeanne.companyID).contains(where: { $0.outcome == .unrecorded }) else {
            throw StoryError(reason: "the event still waits")
        }
    }

    private func assignAndRefund(_ jeanne: Freelancer, _ browser: Browser) throws {
        let money = try payTwice(try bill(from: jeanne))
        let other = try bill(from: jeanne)
        try browser.open("/paiements").mustBe(200)
        let account = try reader.account(named: money.account)?.id ?? 0
        try browser.send("/stripe/tableau-de-bord", [("compte", "\(account)"), ("paiement", money.reference)])
            .mustBe(303)
        try browser.send("/paiements/\(money.id)/affecter", [("facture", "\(other.id)")]).mustBe(200)
        guard try books(of: other).state == .paid(Cents(135_000)) else { throw StoryError(reason: "not assigned") }
        try refund(try payTwice(try bill(from: jeanne)).reference)
        try browser.open("/paiements").mustBe(200)
    }

    private func answerReversals(_ jeanne: Freelancer, _ browser: Browser) throws {
        let refunded = try refund(try payAndSettle(try bill(from: jeanne)))
        let other = try refund(try payAndSettle(try bill(from: jeanne)), amount: Cents(1_000))
        let disputed = try dispute(try payAndSettle(try bill(from: jeanne)))
        try browser.open("/paiements/remboursements").mustBe(200)
        try browser.send("/paiements/remboursements/\(other.id)/classer").mustBe(200)
        try credit(refunded)
        try goOn("refunds/\(refunded.reference)/fail")
        try goOn("disputes/\(disputed.reference)/lose")
        try browser.send("/paiements/remboursements/\(refunded.id)/reprendre").mustBe(200)
        guard try reader.payments(of: refunded.invoiceID).map(\.amount).sum == Cents(135_000),
            try reader.reversal(other.id)?.setAsideAt != nil
        else { throw StoryError(reason: "a reversal was not answered") }
    }
}
