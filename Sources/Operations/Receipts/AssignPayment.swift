import Accounting
import Invoicing
import Payments
public import Store

/// A freelancer decides for which invoice money was that had been set aside (« Affecter »).
public struct AssignPayment {
    private let companyID: Int64
    private let quarantinedID: Int64
    private let invoiceID: Int64

    /// - Parameters:
    ///   - companyID: whose money.
    ///   - quarantinedID: the money that was set aside.
    ///   - invoiceID: the invoice it is for.
    public init(companyID: Int64, quarantinedID: Int64, invoiceID: Int64) {
        self.companyID = companyID
        self.quarantinedID = quarantinedID
        self.invoiceID = invoiceID
    }

    /// Books it on the invoice, dated by the day the client paid; money that was decided before stays so.
    ///
    /// - Throws: ``NotFound``, `InvoiceRefusal` when the invoice does not await so much, or ``AssignmentRefusal``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID,
                let money = try writer.lockQuarantinedPayment(quarantinedID), money.companyID == companyID,
                money.canBeAssigned
            else { throw NotFound() }
            guard money.resolution == nil else { return }
            guard try writer.reader.reversals(ofPayment: money.reference, account: money.account).isEmpty else {
                throw AssignmentRefusal.goingBack
            }
            let (state, effects) = try invoice.state.after(.receiveByHand(money.amount))
            let entry = Payment.Entry(
                from: .stripe(account: money.account, reference: money.reference),
                of: money.amount,
                by: .stripe,
                receivedOn: money.receivedOn,
                attemptID: money.attemptID
            )
            let booking = BookMovement(invoice: invoice, entry: entry, state: state, line: .receipt)
            guard let paymentID = try booking.run(with: writer, at: now) else { return }
            try writer.assign(money, as: paymentID, at: now)
            try writer.leave(.confirmPayment, about: paymentID, at: now)
            try CarryOut(effects: effects, invoice: invoice).run(with: writer, at: now)
        }
    }
}

/// Why money that was set aside cannot be assigned.
public enum AssignmentRefusal: Error, Equatable {
    /// All or a part of it went back to the client, or is on its way.
    case goingBack
}

extension QuarantinedPayment {
    /// True for real euros: what is in another currency or of the other mode can only be given back.
    public var canBeAssigned: Bool { currency == "eur" && reason != .otherMode }
}
