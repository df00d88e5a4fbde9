public import Accounting
import MariaDB
public import Payments

/// A movement of money on an invoice.
public struct Payment: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose money it is.
    public let companyID: Int64
    /// The invoice it is for.
    public let invoiceID: Int64
    /// The attempt it came through, if any.
    public let attemptID: Int64?
    /// Where it came from.
    public let source: Source
    /// The amount; negative when it undoes a receipt, or went back.
    public let amount: Cents
    /// How it was paid.
    public let means: MeansOfPayment
    /// The day it was received, in Paris.
    public let receivedOn: Day
    /// The receipt by hand that it undoes.
    public let undoes: Int64?
    /// What went back at Stripe, of which it is the booking.
    public let reversalID: Int64?
    /// Of money that was given back by hand, the credit note that it answers.
    public let creditNoteID: Int64?
    /// When Stripe, asked again, said the same.
    public let confirmedAt: Instant?
    /// What was really taken of it, once Stripe has said so.
    public let fees: PaymentFees?

    /// Where a movement of money comes from.
    public enum Source: Sendable, Equatable {
        /// From an account at Stripe, under what identifies it there.
        case stripe(account: String, reference: String)
        /// From the freelancer's own hand; `key` is that of the form, of which a second sending changes nothing.
        case byHand(key: Fingerprint, note: String)

        /// What the register says of where it came from.
        public var reference: String {
            switch self {
            case .stripe(_, let reference): reference
            case .byHand(_, let note): note
            }
        }
    }

    /// What is written down of a movement of money.
    public struct Entry: Sendable, Equatable {
        /// Where it comes from.
        public let source: Source
        /// The amount; negative when it undoes a receipt, or went back.
        public let amount: Cents
        /// How it was paid.
        public let means: MeansOfPayment
        /// The day it was received, in Paris.
        public let receivedOn: Day
        /// The attempt it came through, if any.
        public let attemptID: Int64?
        /// The receipt by hand that it undoes, if any.
        public let undoes: Int64?
        /// What went back at Stripe, if it is the booking of that.
        public let reversalID: Int64?
        /// The credit note that it answers, if it is money given back by hand.
        public let creditNoteID: Int64?

        /// A movement of money.
        public init(
            from source: Source,
            of amount: Cents,
            by means: MeansOfPayment,
            receivedOn: Day,
            attemptID: Int64? = nil,
            undoes: Int64? = nil,
            reversalID: Int64? = nil,
            creditNoteID: Int64? = nil
        ) {
            self.source = source
            self.amount = amount
            self.means = means
            self.receivedOn = receivedOn
            self.attemptID = attemptID
            self.undoes = undoes
            self.reversalID = reversalID
            self.creditNoteID = creditNoteID
        }
    }
}

extension Payment.Source {
    /// The account at Stripe; nil by hand.
    public var account: String? { if case .stripe(let account, _) = self { account } else { nil } }
    var stripeReference: String? { if case .stripe(_, let reference) = self { reference } else { nil } }
    var key: Fingerprint? { if case .byHand(let key, _) = self { key } else { nil } }
    var note: String { if case .byHand(_, let note) = self { note } else { "" } }
}

extension Payment {
    static let select: SQL = """
        SELECT id, company_id, invoice_id, attempt_id, account, reference, entry_key, note, amount_cents, means, received_on, undoes,
            reversal_id, credit_note_id, confirmed_at, platform_fee_cents, stripe_fee_cents
        FROM payments
        """

    init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        invoiceID = try row["invoice_id"]
        attemptID = try row["attempt_id"]
        amount = try row["amount_cents"]
        means = try row["means"]
        receivedOn = try row["received_on"]
        undoes = try row["undoes"]
        reversalID = try row["reversal_id"]
        creditNoteID = try row["credit_note_id"]
        confirmedAt = try row["confirmed_at"]
        if let account: String = try row["account"] {
            source = .stripe(account: account, reference: try row["reference"])
        } else {
            source = .byHand(key: try row["entry_key"], note: try row["note"])
        }
        let (platform, stripe): (Cents?, Cents?) = (try row["platform_fee_cents"], try row["stripe_fee_cents"])
        fees = platform.flatMap { platform in stripe.map { PaymentFees(platform: platform, stripe: $0) } }
    }
}
