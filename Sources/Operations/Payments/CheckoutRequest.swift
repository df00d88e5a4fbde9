import Accounting
import French
import Invoicing
import Payments
import Store
import Stripe

extension NewCheckoutSession {
    /// What Stripe is asked for an attempt.
    ///
    /// Everything in it comes from the attempt's row or the frozen invoice, so that asking twice is asking the same.
    init(for record: AttemptRecord, _ issued: IssuedInvoice, _ office: Office) {
        let page = office.publicOrigin + "/f/" + record.returnToken
        self.init(
            reference: String(record.attempt.invoice),
            title: issued.kind.french + " " + issued.number.text,
            amount: record.attempt.amount,
            applicationFee: record.fee,
            statementDescriptorSuffix: record.statementSuffix,
            customerEmail: issued.buyer.email,
            successURL: page + "/retour?session_id={CHECKOUT_SESSION_ID}",
            cancelURL: page,
            expiresAt: record.sessionExpiresAt,
            offersKlarna: Klarna.isOffered(to: issued.buyer.kind, for: record.attempt.amount),
            metadata: [
                "invoice_id": String(record.attempt.invoice), "attempt_id": String(record.id),
                "env": office.environment,
            ]
        )
    }
}
