import Accounting
import Payments
import Store

/// Money that came in through an attempt: what Stripe says of it, and what it is for.
struct IncomingMoney {
    let testimony: Testimony
    /// The session's id at Stripe.
    let session: String
    /// When the client paid.
    let paidAt: Instant
    let record: AttemptRecord
    let invoice: Invoice

    /// What identifies it at Stripe.
    var reference: String { testimony.paymentReference ?? session }

    /// True when it was booked or set aside before.
    func isKnown(to writer: StoreWriter) throws -> Bool {
        try writer.isKnown(account: testimony.account, reference: reference)
    }
}
