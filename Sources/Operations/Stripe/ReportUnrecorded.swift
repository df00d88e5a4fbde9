import Accounting
import Payments
import Store
import Stripe

/// Stripe has a paid session that says it is ours, and we have no attempt of it: an « écart ».
struct ReportUnrecorded {
    let session: CheckoutSession
    let account: StripeAccount

    func run(in office: Office) throws {
        let testimony = Testimony(session, account: account.account)
        guard testimony.verdict == .paid else { return }
        try office.store.write { writer in
            let invoice = try testimony.invoice.flatMap { try writer.reader.invoice($0, of: account.companyID) }
            try ReportDiscrepancy(
                kind: .unrecorded,
                session: session.id,
                account: account.account,
                amount: testimony.amount,
                companyID: account.companyID,
                invoiceID: invoice?.id
            ).run(with: writer, at: office.outside.now())
        }
    }
}
