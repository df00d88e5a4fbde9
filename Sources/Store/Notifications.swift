public import Accounting
import MariaDB

/// Something that the freelancer is told.
public struct Notification: Sendable, Equatable {
    /// What it is about.
    public enum Kind: String, Sendable, CaseIterable {
        /// Money arrived and was booked.
        case receipt
        /// Money arrived that no invoice expects.
        case quarantine
        /// Stripe, asked again, did not say the same of a payment.
        case discrepancy
        /// A delayed payment failed.
        case paymentFailed = "payment_failed"
        /// The Stripe account takes payments now.
        case accountActive = "account_active"
        /// The Stripe account needs the freelancer.
        case accountAction = "account_action"
        /// The Stripe account is no longer connected, and it was not the freelancer who said so to us.
        case accountLost = "account_lost"
        /// The seller gave money back at Stripe.
        case refund
        /// A refund failed after it had been seen: the money came again.
        case refundFailed = "refund_failed"
        /// A client disputes a payment at their bank.
        case dispute
        /// The bank decided a dispute for the client.
        case disputeLost = "dispute_lost"
        /// The bank decided a dispute for the seller.
        case disputeWon = "dispute_won"
        /// Stripe sends money to the seller's bank.
        case payout
        /// The bank did not take what Stripe sent.
        case payoutFailed = "payout_failed"
        /// The client has opened the invoice.
        case invoiceSeen = "invoice_seen"
        /// A mail could not be handed over.
        case mailFailed = "mail_failed"
        /// A recurring invoice was issued and sent.
        case occurrenceSent = "occurrence_sent"
        /// A recurring invoice was left as a draft.
        case occurrenceDrafted = "occurrence_drafted"
        /// A recurring invoice was left as a draft, whose rates of VAT its freelancer has to choose.
        case occurrenceUndecided = "occurrence_undecided"
        /// A schedule cannot go on by itself.
        case schedulePaused = "schedule_paused"
        /// A client accepted a quote.
        case quoteAccepted = "quote_accepted"
        /// A client declined a quote.
        case quoteRefused = "quote_refused"
    }

    /// The row's id; newer ones are larger.
    public let id: Int64
    /// What it is about.
    public let kind: Kind
    /// The invoice it is about, if any.
    public let invoiceID: Int64?
    /// The quote it is about, if any.
    public let quoteID: Int64?
    /// The number of that invoice or quote.
    public let number: String?
    /// The client's name on it.
    public let client: String?
    /// The amount it is about, if any.
    public let amount: Cents?
    /// The day it is about, if any.
    public let day: Day?
    /// When it was written.
    public let createdAt: Instant
    /// True until the freelancer has read it.
    public let isUnread: Bool
}

extension Notification.Kind: SQLWord {}

extension StoreReader {
    /// The newest notifications of a company, or the newest before one of them.
    public func notifications(of companyID: Int64, before: Int64? = nil, limit: Int = 100) throws -> [Notification] {
        let older: SQL = before.map { "AND n.id < \($0)" } ?? ""
        return try runner.rows(
            """
            SELECT n.id, n.kind, n.invoice_id, n.quote_id, COALESCE(i.number, q.number) AS number,
                COALESCE(d.buyer_name, s.buyer_name) AS buyer_name, n.amount_cents, n.day, n.created_at,
                n.read_at IS NULL AS is_unread
            FROM notifications n
            LEFT JOIN invoices i ON i.id = n.invoice_id
            LEFT JOIN issued_invoices d ON d.invoice_id = n.invoice_id
            LEFT JOIN quotes q ON q.id = n.quote_id
            LEFT JOIN sent_quotes s ON s.quote_id = n.quote_id
            WHERE n.company_id = \(companyID) \(older) ORDER BY n.id DESC LIMIT \(limit)
            """
        ).map { row in
            Notification(
                id: try row["id"],
                kind: try row["kind"],
                invoiceID: try row["invoice_id"],
                quoteID: try row["quote_id"],
                number: try row["number"],
                client: try row["buyer_name"],
                amount: try row["amount_cents"],
                day: try row["day"],
                createdAt: try row["created_at"],
                isUnread: try row["is_unread"]
            )
        }
    }
}

extension StoreWriter {
    /// Tells a company something.
    public func notify(
        _ companyID: Int64,
        of kind: Notification.Kind,
        invoiceID: Int64? = nil,
        quoteID: Int64? = nil,
        amount: Cents? = nil,
        day: Day? = nil,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            INSERT INTO notifications (company_id, kind, invoice_id, quote_id, amount_cents, day, created_at)
            VALUES (\(companyID), \(kind), \(invoiceID), \(quoteID), \(amount), \(day), \(now))
            """
        )
    }

    /// Notes that a company has read all its notifications.
    public func markNotificationsRead(of companyID: Int64, at now: Instant) throws {
        try transaction.execute(
            "UPDATE notifications SET read_at = \(now) WHERE company_id = \(companyID) AND read_at IS NULL"
        )
    }
}
