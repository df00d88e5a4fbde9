import Accounting
import Payments
import Store
import Stripe

/// A payment is read again at Stripe: that it is true, when it was settled from an event, and what was taken of it.
///
/// What does not agree is an « écart ».
struct ConfirmPayment {
    let paymentID: Int64

    /// - Throws: ``NotYet`` while Stripe has not written what was taken.
    func run(in office: Office, stripe: StripeClient) throws {
        let reader = office.store.reader
        guard let payment = try reader.payment(paymentID), payment.confirmedAt == nil || payment.fees == nil,
            payment.reversalID == nil, case .stripe(let account, let reference) = payment.source
        else { return }
        let session = try payment.attemptID.flatMap { try reader.attempt($0) }?.session
        let fetched = try fetch(session, of: reference, on: account, stripe)
        let fees = fetched?.balance.map { balance in
            PaymentFees(platform: balance.applicationFee, stripe: balance.fee - balance.applicationFee)
        }
        let agrees = fetched.map { Testimony($0, account: account).confirms(payment, session: $0.id) } ?? false
        try office.store.write { writer in
            let now = office.outside.now()
            let name = fetched?.id ?? session ?? reference
            guard agrees else { return try report(payment, session: name, account, writer, at: now) }
            if payment.confirmedAt == nil { try writer.confirmPayment(payment.id, at: now) }
            if let fees { try writer.note(fees, of: payment.id) }
            try writer.resolveDiscrepancies(session: name, account: account, at: now)
        }
        if agrees, fees == nil { throw NotYet(description: "Stripe has not written the payment's fees") }
    }

    /// The session of the payment, found by its name, or by the payment when no attempt has noted one; nil when Stripe knows
    /// none, which is the plainest disagreement.
    private func fetch(
        _ session: String?,
        of payment: String,
        on account: String,
        _ stripe: StripeClient
    ) throws -> CheckoutSession? {
        do {
            guard let session else { return try stripe.findCheckoutSession(payment: payment, account: account) }
            return try stripe.retrieveCheckoutSession(id: session, account: account)
        } catch {
            guard case .refused(let refusal) = error, refusal.status == 404 else { throw error }
            return nil
        }
    }

    private func report(
        _ payment: Payment,
        session: String,
        _ account: String,
        _ writer: StoreWriter,
        at now: Instant
    ) throws {
        try ReportDiscrepancy(
            kind: .unconfirmed,
            session: session,
            account: account,
            amount: payment.amount,
            companyID: payment.companyID,
            invoiceID: payment.invoiceID
        ).run(with: writer, at: now)
    }
}

extension Testimony {
    fileprivate func confirms(_ payment: Payment, session: String) -> Bool {
        verdict == .paid && amount == payment.amount
            && payment.source == .stripe(account: account, reference: paymentReference ?? session)
    }
}

/// What an errand waits for is not there yet: it is put off, and given up when it never comes.
struct NotYet: Error, CustomStringConvertible {
    /// What is missing, for the operator.
    let description: String
}
