import Invoicing
import Payments
import Store
import Stripe

/// An invoice's session is closed at Stripe, unless the invoice awaits just its money.
///
/// Whatever made a session wrong (a receipt by hand, a credit note, the switch, an account that left) is looked at again
/// when the errand is done, so that what was changed back meanwhile leaves the client's page open.
struct AlignCheckout {
    let invoiceID: Int64

    func run(in office: Office, stripe: StripeClient) throws {
        guard let attemptID = try office.store.write({ writer in try misaligned(writer) }) else { return }
        try CloseCheckout(attemptID: attemptID).run(in: office, stripe: stripe)
    }

    private func misaligned(_ writer: StoreWriter) throws -> Int64? {
        guard let invoice = try writer.lockInvoice(invoiceID), let live = try writer.liveAttempt(of: invoiceID) else {
            return nil
        }
        let account = try writer.reader.connectedAccount(of: invoice.companyID)
        return invoice.awaits(live.attempt, on: account) ? nil : live.id
    }
}

extension Invoice {
    /// True when it awaits just the money of an attempt, and its seller's account would take it.
    func awaits(_ attempt: Attempt, on account: StripeAccount?) -> Bool {
        guard let account, account.state.takesPayments else { return false }
        return awaitsOnlinePayment && attempt.account == account.account && attempt.amount == state.due
    }
}
