import Accounting
import Payments
import Store

/// A refund failed at Stripe after its negative line had been written: the freelancer writes the money down again.
///
/// The credit note stays, since it was issued; the register says that the money came again.
public struct RestoreReversal {
    private let companyID: Int64
    private let reversalID: Int64

    /// - Parameters:
    ///   - companyID: whose money.
    ///   - reversalID: what had gone back.
    public init(companyID: Int64, reversalID: Int64) {
        self.companyID = companyID
        self.reversalID = reversalID
    }

    /// Books it, dated today; what was written down again stays so.
    ///
    /// - Throws: ``NotFound`` unless it failed after having been booked.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let reversal = try writer.reader.reversal(reversalID), reversal.companyID == companyID,
                reversal.state == .failed, reversal.creditNote != nil,
                let invoice = try writer.lockInvoice(reversal.invoiceID)
            else { throw NotFound() }
            let entry = Payment.Entry(
                from: .stripe(account: reversal.account, reference: reversal.reference + " (failed)"),
                of: reversal.amount,
                by: .stripe,
                receivedOn: now.parisDay,
                reversalID: reversal.id
            )
            _ = try BookMovement(invoice: invoice, entry: entry, state: invoice.state, line: .restoration)
                .run(with: writer, at: now)
        }
    }
}
