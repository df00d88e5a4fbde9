import Accounting
import Curl
import Invoicing
import Operations
import Store
import StripeSimulator
import StripeTestSupport

extension Story {
    /// Everything a freelancer sees and does about an invoice that was issued, and about their account.
    func lookAfterInvoices(_ jeanne: Freelancer) throws {
        let browser = Browser(self, of: jeanne)
        let draft = try draft(for: try client(of: jeanne), of: jeanne)
        let look = try browser.open("/factures/\(draft)/finaliser")
        try browser.send("/factures/\(draft)/finaliser", [("online_payment", "oui")] + look.seen).mustBe(200)
        let bill = try bill(from: jeanne)
        try recordAndUndo(bill, browser)
        try sendAndSwitch(bill, browser)
        let cancelled = try self.bill(from: jeanne)
        try click(cancelled)
        try browser.open("/factures/\(cancelled.id)/avoir").mustBe(200)
        try browser.send("/factures/\(cancelled.id)/avoir", [("amount", "1350"), ("reason", "Erreur"), key]).mustBe(200)
        try browser.open("/factures/\(cancelled.id)").mustBe(200)
        try Browser(self).open("/f/\(cancelled.link.text)").mustBe(200)
        try doErrands()
        try creditFirst(jeanne, browser)
        try giveBackByHand(jeanne, browser)
        try leaveAndComeBack(jeanne, browser)
        try refundTwice(jeanne, browser)
        try loseSight(of: try self.bill(from: jeanne), try self.bill(from: jeanne))
        try loseTheAccountAtStripe(jeanne)
        try findTheAccountLost(jeanne)
    }

    /// The key of a form that is sent once.
    private var key: (String, String) { ("cle", Token.random(from: outside).text) }

    private func recordAndUndo(_ bill: Bill, _ browser: Browser) throws {
        try browser.open("/factures/\(bill.id)/encaisser").mustBe(200)
        let key = Token.random(from: outside).text
        let receipt = [
            ("amount", "350"), ("means", "CHÈQUE"), ("received_on", now.parisDay.iso), ("note", "n° 1"), ("cle", key),
        ]
        for _ in 1...2 { try browser.send("/factures/\(bill.id)/encaisser", receipt).mustBe(200) }
        guard let payment = try reader.payments(of: bill.id).last else { throw StoryError(reason: "not recorded") }
        try browser.send("/factures/\(bill.id)/encaissements/\(payment.id)/annuler").mustBe(200)
        guard try books(of: bill).state == .open(paid: .zero, of: Cents(135_000)) else {
            throw StoryError(reason: "not undone")
        }
    }

    private func sendAndSwitch(_ bill: Bill, _ browser: Browser) throws {
        try click(bill)
        try browser.open("/factures/\(bill.id)/envoyer").mustBe(200)
        let mail = [
            ("recipient", "compta@exemple.fr"), ("subject", "Facture"), ("message", "Bonjour"), ("mode", "mail"),
            ("online_payment", "oui"), ("pdf", "oui"), ("copie", "oui"), key,
        ]
        try browser.send("/factures/\(bill.id)/envoyer", mail).mustBe(200)
        try browser.send("/factures/\(bill.id)/paiement-en-ligne", [("online_payment", "non")]).mustBe(200)
        mailAnswers = [.success(.refusedForGood(code: 550))]
        try doErrands()
        try browser.open("/factures/\(bill.id)").mustBe(200)
    }

    /// A credit note first, and the money given back afterwards.
    private func creditFirst(_ jeanne: Freelancer, _ browser: Browser) throws {
        let bill = try bill(from: jeanne)
        let payment = try payment(of: try pay(bill))
        try settleDown()
        try credit(bill)
        stripe.refund(payment)
        try settleDown()
        guard let reversal = try reader.reversals(ofInvoice: bill.id).first,
            let note = try reader.creditNotes(of: bill.id).first
        else { throw StoryError(reason: "nothing went back") }
        try browser.open("/factures/\(bill.id)/avoir?retour=\(reversal.id)").mustBe(200)
        try browser.send("/factures/\(bill.id)/avoir", [("retour", "\(reversal.id)"), ("avoir", "\(note.id)")]).mustBe(
            200
        )
        guard try books(of: bill).lines.last == Cents(-135_000) else { throw StoryError(reason: "not attached") }
    }

    /// A transfer that a credit note takes back, is given back by hand, and that comes back by a counter-line.
    private func giveBackByHand(_ jeanne: Freelancer, _ browser: Browser) throws {
        let bill = try bill(from: jeanne)
        try receive(Cents(135_000), for: bill)
        try credit(bill)
        try browser.open("/factures/\(bill.id)/rembourser").mustBe(200)
        let refund = [("amount", "1350"), ("means", "VIREMENT"), ("received_on", now.parisDay.iso), key]
        try browser.send("/factures/\(bill.id)/rembourser", refund).mustBe(200)
        guard let payment = try reader.payments(of: bill.id).last else { throw StoryError(reason: "not recorded") }
        try browser.send("/factures/\(bill.id)/encaissements/\(payment.id)/annuler").mustBe(200)
        guard try books(of: bill).payments == [Cents(135_000), Cents(-135_000), Cents(135_000)] else {
            throw StoryError(reason: "not undone")
        }
    }

    /// Stripe is disconnected, an existing account connected and disconnected, and the first one connected again.
    private func leaveAndComeBack(_ jeanne: Freelancer, _ browser: Browser) throws {
        let page = "/entreprise/paiement-en-ligne"
        try browser.open(page + "/deconnecter").mustBe(200)
        try browser.send(page + "/deconnecter").mustBe(200)
        try doErrands()
        for _ in 1...2 {
            guard let address = try browser.send("/stripe/oauth").location,
                let back = stripe.connectExisting(authorizeURL: address)
            else { throw StoryError(reason: "Stripe has no form for existing accounts") }
            try browser.open(back).mustBe(200)
            try browser.send(page + "/deconnecter").mustBe(200)
            try doErrands()
        }
        guard let former = try reader.formerAccounts(of: jeanne.companyID).first(where: \.canBeReconnected) else {
            throw StoryError(reason: "no former account")
        }
        try browser.send("/stripe/connexion", [("compte", "\(former.id)")]).mustBe(200)
        try settleDown()
    }

    /// Refunds that Stripe tells of late, and a reconciliation that finds one that it never told of.
    private func refundTwice(_ jeanne: Freelancer, _ browser: Browser) throws {
        let bill = try bill(from: jeanne)
        let payment = try payment(of: try pay(bill))
        try settleDown()
        stripe.faults.losesEvents = true
        stripe.refund(payment, amount: Cents(100))
        stripe.faults.losesEvents = false
        wait(seconds: Reconcile.period + 1)
        try reconcile()
        stripe.refund(payment, amount: Cents(200))
        try settleDown()
        for reversal in try reader.reversals(ofInvoice: bill.id) {
            try browser.open("/factures/\(bill.id)/avoir?retour=\(reversal.id)").mustBe(200)
            let note = [("amount", reversal.amount.euros), ("reason", "Geste"), ("retour", "\(reversal.id)"), key]
            try browser.send("/factures/\(bill.id)/avoir", note).mustBe(200)
        }
        guard try books(of: bill).lines.suffix(2) == [Cents(-100), Cents(-200)] else {
            throw StoryError(reason: "the refunds are not in the register")
        }
    }

    /// Delayed payments of which Stripe says nothing for two weeks: the worker notices, or a client who comes back.
    private func loseSight(of bill: Bill, _ other: Bill) throws {
        stripe.faults.delaysPayments = true
        let sessions = try [bill, other].map { bill in
            let session = try pay(bill)
            try comeBack(bill, session: session)
            return session
        }
        stripe.faults.delaysPayments = false
        wait(seconds: 15 * 86_400)
        try comeBack(other, session: sessions[1])
        try sweep()
        try doErrands()
        guard try reader.discrepancies(of: try companyID(of: bill)).count(where: { $0.kind == .lostSight }) == 2 else {
            throw StoryError(reason: "a delayed payment is waited for without end")
        }
    }

    /// The freelancer throws us out at Stripe, whose event is the first to say so, and connects another account.
    private func loseTheAccountAtStripe(_ jeanne: Freelancer) throws {
        guard let account = try reader.connectedAccount(of: jeanne.companyID) else {
            throw StoryError(reason: "no account")
        }
        stripe.control("accounts/\(account.account)/warn")
        try settleDown()
        stripe.control("accounts/\(account.account)/revoke")
        try settleDown()
        guard try reader.account(account.id)?.disconnectedBy == .stripe else { throw StoryError(reason: "not lost") }
        try connect(jeanne)
    }

    /// The same, but its event is lost: the worker finds out when it reads the account for another reason.
    private func findTheAccountLost(_ jeanne: Freelancer) throws {
        guard let account = try reader.connectedAccount(of: jeanne.companyID) else {
            throw StoryError(reason: "no account")
        }
        stripe.control("accounts/\(account.account)/warn")
        stripe.faults.losesEvents = true
        stripe.control("accounts/\(account.account)/revoke")
        stripe.faults.losesEvents = false
        try settleDown()
        guard try reader.account(account.id)?.disconnectedBy == .stripe else { throw StoryError(reason: "not found") }
        try connect(jeanne)
    }
}
