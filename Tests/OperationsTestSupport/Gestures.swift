public import Accounting
public import Invoicing
public import Operations
public import Store
import StripeTestSupport

/// What a freelancer does about an invoice after it was issued.
extension Story {
    /// They record money that came another way; `key` tells one form from another.
    public func receive(
        _ amount: Cents,
        for bill: Bill,
        by means: MeansOfPayment = .transfer,
        on day: Day? = nil,
        note: String = "",
        key: Token? = nil
    ) throws {
        try RecordReceipt(
            companyID: try companyID(of: bill),
            invoiceID: bill.id,
            MoneyByHand(
                amount,
                by: means,
                on: day ?? now.parisDay,
                note: note,
                key: key ?? Token.random(from: outside)
            )
        ).run(in: office(of: .dashboard))
    }

    /// They undo the receipt by hand that they recorded last.
    public func undoReceipt(of bill: Bill) throws {
        let payments = try reader.payments(of: bill.id)
        let payment = payments.last { payment in
            guard case .byHand = payment.source, payment.undoes == nil else { return false }
            return !payments.contains { $0.undoes == payment.id }
        }
        guard let payment else { throw StoryError(reason: "nothing was recorded by hand") }
        try UndoReceipt(companyID: try companyID(of: bill), invoiceID: bill.id, paymentID: payment.id)
            .run(in: office(of: .dashboard))
    }

    /// They issue a credit note, for the whole invoice unless an amount is given; answers its number.
    @discardableResult
    public func credit(_ bill: Bill, _ amount: Cents? = nil, answering reversal: Int64? = nil) throws -> InvoiceNumber {
        let companyID = try companyID(of: bill)
        let total = try reader.invoice(bill.id, of: companyID)?.total ?? .zero
        return try IssueCreditNote(
            companyID: companyID,
            invoiceID: bill.id,
            scope: .amount(amount ?? total),
            reason: "Prestation annulée",
            reversalID: reversal,
            key: Token.random(from: outside)
        ).run(in: office(of: .dashboard))
    }

    /// They turn online payment on or off for an invoice.
    public func turn(_ bill: Bill, _ isOn: Bool) throws {
        try SwitchOnlinePayment(companyID: try companyID(of: bill), invoiceID: bill.id, isOn: isOn)
            .run(in: office(of: .dashboard))
    }

    /// They disconnect Stripe.
    public func disconnect(_ freelancer: Freelancer) throws {
        try DisconnectStripe(companyID: freelancer.companyID).run(in: office(of: .dashboard))
    }

    /// The money of a company that waits for a decision, oldest first.
    public func waiting(of bill: Bill) throws -> [QuarantinedPayment] {
        try reader.quarantinedPayments(of: try companyID(of: bill)).filter { $0.resolution == nil }.reversed()
    }

    /// The payment of a session at Stripe.
    public func payment(of session: String) throws -> String {
        guard let payment = stripe.payment(ofSession: session) else { throw StoryError(reason: "nothing was paid") }
        return payment
    }

    /// Stripe tells everything, and the worker does everything.
    public func settleDown() throws {
        for _ in 1...3 {
            try deliver()
            try doErrands()
        }
    }

    /// The worker compares every account whose turn it is with Stripe; answers what could not be compared.
    @discardableResult
    public func reconcile() throws -> [String] {
        let failures = try Reconcile().run(in: office(of: .work), stripe: stripe.line)
        if let denied = failures.first(where: { $0.contains("denied") }) { throw StoryError(reason: denied) }
        return failures
    }
}
