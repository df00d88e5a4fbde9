import Payments
import Store
import Stripe

/// A payment that was settled from an event is read again at Stripe; what does not agree is an « écart ».
struct ConfirmPayment {
    let paymentID: Int64

    func run(in office: Office, stripe: StripeClient) throws {
        let reader = office.store.reader
        guard let payment = try reader.payment(paymentID), payment.confirmedAt == nil,
            let attemptID = payment.attemptID, let record = try reader.attempt(attemptID),
            let session = record.session
        else { return }
        let fetched = try stripe.retrieveCheckoutSession(id: session, account: record.attempt.account)
        let testimony = Testimony(fetched, account: record.attempt.account)
        let agrees =
            testimony.verdict == .paid && testimony.amount == payment.amount
            && (testimony.paymentReference ?? session) == payment.reference
        try office.store.write { writer in
            let now = office.outside.now()
            if agrees {
                try writer.confirmPayment(payment.id, at: now)
            } else {
                try writer.notify(
                    record.companyID,
                    of: .discrepancy,
                    invoiceID: payment.invoiceID,
                    amount: payment.amount,
                    at: now
                )
            }
        }
    }
}
