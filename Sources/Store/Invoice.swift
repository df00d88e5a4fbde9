public import Accounting
public import Invoicing
import MariaDB
import Payments

extension InvoiceStatus.Delivery: SQLWord {}
extension MeansOfPayment: SQLWord {}
extension InvoiceKind: SQLWord {}

/// The living row of an invoice: where it stands, without what it says.
public struct Invoice: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose invoice it is.
    public let companyID: Int64
    /// The client it is for.
    public let clientID: Int64
    /// Where it stands.
    public let state: InvoiceState
    /// How far it has travelled to its client.
    public let delivery: InvoiceStatus.Delivery
    /// When a person first opened it who is not its seller.
    public let seenAt: Instant?
    /// What it is.
    public let kind: InvoiceKind
    /// The number; nil for a draft.
    public let number: String?
    /// « Objet ».
    public let subject: String
    /// The day of issue; nil for a draft.
    public let issuedOn: Day?
    /// The last day to pay; nil for a draft.
    public let dueOn: Day?
    /// The amount to pay, as issued.
    public let total: Cents
    /// What credit notes took off what is asked, before it was paid.
    public let waived: Cents
    /// What credit notes took back of what was asked: all of it once they cancelled the invoice.
    public var takenBack: Cents { if case .cancelled = state { total } else { waived } }
    /// What was received.
    public let paid: Cents
    /// The day it was paid in full.
    public let paidOn: Day?
    /// How it was paid.
    public let means: MeansOfPayment?
    /// Whether the client may pay online.
    public let offersOnlinePayment: Bool
    /// What went back to the client, at Stripe or by hand.
    public let refunded: Cents
    /// True while the client disputes a payment at their bank.
    public let isDisputed: Bool

    /// True when the invoice may be paid online, by a seller who takes payments.
    public var awaitsOnlinePayment: Bool {
        state.isOpen && offersOnlinePayment && OnlineAmount.range.contains(state.due)
    }

    /// What its client is told on a day: nothing of a dispute, which is theirs.
    public func statusForClient(on today: Day) -> InvoiceStatus {
        InvoiceStatus(state: state, delivery: delivery, dueOn: dueOn, today: today, refunded: refunded)
    }

    /// What its seller is told on a day.
    public func status(on today: Day) -> InvoiceStatus {
        InvoiceStatus(
            state: state,
            delivery: delivery,
            dueOn: dueOn,
            today: today,
            refunded: refunded,
            isDisputed: isDisputed
        )
    }
}

extension Invoice {
    static let select: SQL = """
        SELECT \(columns) FROM invoices i LEFT JOIN issued_invoices d ON d.invoice_id = i.id
        """
    static let columns: SQL = "\(standing), i.subject, d.issued_on, i.due_on"

    /// The columns that do not stand in the issued document as well.
    static let standing: SQL = """
        i.id, i.company_id, i.client_id, i.state, i.delivery, i.seen_at, i.kind AS invoice_kind, i.number, i.total_cents, i.waived_cents, i.paid_cents, i.paid_on,
        i.means, i.online_payment,
        CAST((SELECT COALESCE(SUM(r.amount_cents), 0) FROM reversals r
                WHERE r.invoice_id = i.id AND r.payment_id IS NOT NULL AND r.state = 'done')
            - (SELECT COALESCE(SUM(m.amount_cents), 0) FROM payments m
                WHERE m.invoice_id = i.id AND (m.credit_note_id IS NOT NULL OR (m.undoes IS NOT NULL AND m.amount_cents > 0)))
            AS SIGNED) AS refunded_cents,
        EXISTS (SELECT 1 FROM reversals r
            WHERE r.invoice_id = i.id AND r.kind = 'dispute' AND r.state = 'pending'
                AND r.payment_id IS NOT NULL) AS is_disputed
        """

    init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        clientID = try row["client_id"]
        delivery = try row["delivery"]
        seenAt = try row["seen_at"]
        kind = try row["invoice_kind"]
        number = try row["number"]
        subject = try row["subject"]
        issuedOn = try row["issued_on"]
        dueOn = try row["due_on"]
        total = try row["total_cents"]
        waived = try row["waived_cents"]
        paid = try row["paid_cents"]
        paidOn = try row["paid_on"]
        means = try row["means"]
        offersOnlinePayment = try row["online_payment"]
        refunded = try row["refunded_cents"]
        isDisputed = try row["is_disputed"]
        state = try InvoiceState(word: try row["state"], paid: paid, total: total - waived)
    }
}
