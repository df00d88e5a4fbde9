import Accounting
import Store

/// Stripe and we do not say the same (« écart »): it is noted, and the freelancer is told once.
struct ReportDiscrepancy {
    let kind: Discrepancy.Kind
    /// The session at Stripe.
    let session: String
    let account: String
    let amount: Cents
    let companyID: Int64
    let invoiceID: Int64?

    func run(with writer: StoreWriter, at now: Instant) throws {
        let isNew = try writer.addDiscrepancy(
            kind,
            session: session,
            account: account,
            of: amount,
            companyID: companyID,
            invoiceID: invoiceID,
            at: now
        )
        guard isNew else { return }
        try writer.notify(companyID, of: .discrepancy, invoiceID: invoiceID, amount: amount, at: now)
    }
}
