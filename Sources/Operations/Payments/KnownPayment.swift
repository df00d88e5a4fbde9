import Accounting
import Store

/// A payment at Stripe that we know: booked, or set aside.
struct KnownPayment {
    let invoiceID: Int64
    let amount: Cents
    /// The movement it was booked as; nil while it is only set aside.
    let paymentID: Int64?
    let quarantined: QuarantinedPayment?

    init?(account: String, reference: String, _ reader: StoreReader) throws {
        quarantined = try reader.quarantinedPayment(account: account, reference: reference)
        if let payment = try reader.payment(account: account, reference: reference) {
            (invoiceID, amount, paymentID) = (payment.invoiceID, payment.amount, payment.id)
        } else if let quarantined {
            (invoiceID, amount, paymentID) = (quarantined.invoiceID, quarantined.amount, nil)
        } else {
            return nil
        }
    }
}
