public import Accounting
import Invoicing
public import MariaDB
import Operations
public import Store
import StripeTestSupport
import TestSupport

/// What happens to money beside plain payments.
extension Story {
    /// A client pays an invoice on two pages; answers the second payment, which is set aside.
    @discardableResult
    public func payTwice(_ bill: Bill) throws -> QuarantinedPayment {
        let former = try click(bill)
        try giveUpAttempts(of: bill)
        try pay(bill)
        try deliver()
        stripe.pay(sessionURL: former)
        try deliver()
        try doErrands()
        return try moneySetAside(of: bill)
    }

    /// A client pays, but what was asked of Stripe was another thing; answers the payment, which is set aside.
    @discardableResult
    public func payUnlike(_ change: SQL, _ bill: Bill) throws -> QuarantinedPayment {
        try pay(bill)
        try forge("UPDATE payment_attempts SET \(change) WHERE invoice_id = \(bill.id)")
        try deliver()
        try doErrands()
        return try moneySetAside(of: bill)
    }

    /// A client pays an invoice, and everything that follows is done; answers the payment, "pi_…".
    @discardableResult
    public func payAndSettle(_ bill: Bill) throws -> String {
        let session = try pay(bill)
        try deliver()
        try doErrands()
        guard let payment = stripe.payment(ofSession: session) else { throw StoryError(reason: "nothing was paid") }
        return payment
    }

    /// The freelancer gives money back at Stripe, which tells; answers what went back.
    @discardableResult
    public func refund(_ payment: String, amount: Cents? = nil, isPending: Bool = false) throws -> ReversalRecord {
        try reversal(stripe.refund(payment, amount: amount, isPending: isPending))
    }

    /// The client complains to their bank, and Stripe tells; answers what may go back.
    @discardableResult
    public func dispute(_ payment: String) throws -> ReversalRecord {
        try reversal(stripe.dispute(payment))
    }

    /// Stripe goes on with money that goes back, and tells: `control("refunds/re_…/fail")`.
    public func goOn(_ path: String) throws {
        stripe.control(path)
        try deliver()
        try doErrands()
    }

    /// The freelancer answers money that went back with a credit note.
    public func credit(_ reversal: ReversalRecord) throws {
        _ = try IssueCreditNote(
            companyID: reversal.companyID,
            invoiceID: reversal.invoiceID,
            scope: .amount(reversal.amount),
            reason: "Remboursement",
            reversalID: reversal.id,
            key: Token.random(from: outside)
        ).run(in: office(of: .dashboard))
    }

    /// A client pays on a page of which we lose every trace; answers the discrepancy that the worker finds.
    @discardableResult
    public func loseAttempt(of bill: Bill) throws -> Discrepancy {
        let session = try pay(bill)
        try forge("DELETE FROM payment_attempts WHERE session = \(session)")
        _ = stripe.deliverEvents()
        wait(seconds: Reconcile.period + 1)
        guard try Reconcile().run(in: office(of: .work), stripe: stripe.line).isEmpty,
            let found = try reader.discrepancies(of: try companyID(of: bill)).first
        else { throw StoryError(reason: "nothing was found") }
        return found
    }

    /// An account's balance goes to the bank, and Stripe tells; answers the newest payout.
    @discardableResult
    public func payOut(_ freelancer: Freelancer, isAutomatic: Bool = true) throws -> PayoutRecord {
        guard let account = try reader.connectedAccount(of: freelancer.companyID) else {
            throw StoryError(reason: "no account")
        }
        stripe.payOut(account.account, isAutomatic: isAutomatic)
        try deliver()
        try doErrands()
        let newest = try reader.payouts(of: freelancer.companyID).max { $0.id < $1.id }
        guard let newest else { throw StoryError(reason: "no payout") }
        return newest
    }

    private func moneySetAside(of bill: Bill) throws -> QuarantinedPayment {
        let found = try reader.quarantinedPayments(of: try companyID(of: bill)).first { $0.invoiceID == bill.id }
        guard let found else { throw StoryError(reason: "nothing was set aside") }
        return found
    }

    private func reversal(_ reference: String?) throws -> ReversalRecord {
        try deliver()
        try doErrands()
        let row = try database.connect().row("SELECT id FROM reversals WHERE reference = \(reference ?? "")")
        guard let row, let found = try reader.reversal(row["id"]) else { throw StoryError(reason: "nothing went back") }
        return found
    }
}
