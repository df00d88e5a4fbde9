import Accounting
import Payments
import Store
import Stripe

/// A freelancer clicks « Rejouer » beside an « écart »: Stripe is asked again, and what it says is settled.
public struct ReplayDiscrepancy {
    private let companyID: Int64
    private let discrepancyID: Int64

    /// - Parameters:
    ///   - companyID: whose.
    ///   - discrepancyID: its row.
    public init(companyID: Int64, discrepancyID: Int64) {
        self.companyID = companyID
        self.discrepancyID = discrepancyID
    }

    /// What came of it.
    public enum Answer: Sendable, Equatable {
        /// Stripe and we say the same.
        case resolved
        /// The money stands now among the « paiements à vérifier ».
        case setAside
        /// It stands as before.
        case stands
    }

    /// - Throws: ``NotFound``, or ``StripeSilent``.
    public func run(in office: Office, stripe: StripeLine) throws -> Answer {
        let reader = office.store.reader
        guard let discrepancy = try reader.discrepancy(discrepancyID), discrepancy.companyID == companyID,
            let account = try reader.account(named: discrepancy.account)
        else { throw NotFound() }
        guard discrepancy.resolvedAt == nil else { return .resolved }
        // Stripe knows no such session, or lets us in no more: it says nothing that would resolve anything.
        guard let session = try stripe.ask({ try fetch(discrepancy, $0) }) else { return .stands }
        let origin = try SessionOrigin(of: session, on: account.account, in: office.environment, reader)
        guard case .attempt(let record) = origin else { return try setAside(session, account, in: office) }
        try SettleFetched(record: record, session: session, account: account.account).run(in: office)
        return try compare(record, session, account, in: office)
    }

    private func fetch(_ discrepancy: Discrepancy, _ stripe: StripeClient) throws -> CheckoutSession? {
        do {
            return try stripe.retrieveCheckoutSession(id: discrepancy.session, account: discrepancy.account)
        } catch {
            switch error {
            case .accountGone: return nil
            case .refused(let refusal) where refusal.status == 404: return nil
            default: throw error
            }
        }
    }

    /// Alike is: Stripe says paid and has just the money that is known here, or says unpaid and none came through this
    /// attempt.
    private func compare(
        _ record: AttemptRecord,
        _ session: CheckoutSession,
        _ account: StripeAccount,
        in office: Office
    ) throws -> Answer {
        let testimony = Testimony(session, account: account.account)
        let reference = testimony.paymentReference ?? session.id
        return try office.store.write { writer in
            let now = office.outside.now()
            let known = try KnownPayment(account: testimony.account, reference: reference, writer.reader)
            let booked = try writer.reader.payment(ofAttempt: record.id)
            let isAlike =
                switch testimony.verdict {
                case .paid: known?.amount == testimony.amount && (booked == nil || booked?.id == known?.paymentID)
                case .unpaid, .expired, .failed: booked == nil
                case .began: false
                }
            guard isAlike else { return .stands }
            try writer.resolveDiscrepancies(session: session.id, account: testimony.account, at: now)
            // Stripe's word and its fees are noted by the errand, which had ended with the discrepancy.
            if let paymentID = known?.paymentID {
                try writer.leave(.confirmPayment, about: paymentID, at: now)
            }
            return known != nil && known?.paymentID == nil ? .setAside : .resolved
        }
    }

    /// No attempt will ever be found: real money that names an invoice of this company is kept for a person to decide.
    private func setAside(_ session: CheckoutSession, _ account: StripeAccount, in office: Office) throws -> Answer {
        let testimony = Testimony(session, account: account.account)
        let reference = testimony.paymentReference ?? session.id
        return try office.store.write { writer in
            let now = office.outside.now()
            guard testimony.verdict == .paid, let invoiceID = testimony.invoice,
                let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID
            else { return .stands }
            if try !writer.isKnown(account: account.account, reference: reference) {
                try writer.addQuarantinedPayment(
                    of: testimony.amount,
                    in: testimony.currency,
                    for: invoice,
                    attemptID: nil,
                    account: account.account,
                    reference: reference,
                    receivedOn: (session.paidAt ?? now).parisDay,
                    reason: .unknownAttempt,
                    at: now
                )
            }
            try writer.resolveDiscrepancies(session: session.id, account: account.account, at: now)
            return .setAside
        }
    }
}
