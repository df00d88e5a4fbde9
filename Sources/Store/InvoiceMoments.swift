public import Accounting
import MariaDB

/// Something that happened to an issued invoice, as it stands in the rows that it left.
public struct InvoiceMoment: Sendable, Equatable {
    /// What happened.
    public enum Kind: String, Sendable, CaseIterable {
        /// It was issued.
        case issued
        /// A mail about it was asked for.
        case sent
        /// The mail server took that mail.
        case delivered
        /// That mail was given up.
        case refused
        /// A reminder did not leave: its client had no address any more.
        case unreminded
        /// Its seller said that they had sent it.
        case handed
        /// A person opened it.
        case seen
        /// Money came, or a receipt was taken back.
        case paid
        /// Money went back to the client.
        case givenBack = "given_back"
        /// It was written down by mistake that money went back, or it came again.
        case givenBackNot = "given_back_not"
        /// A credit note took something off.
        case credited
        /// A new link took the place of this one.
        case linkReplaced = "link_replaced"
    }

    /// What happened.
    public let kind: Kind
    /// When.
    public let at: Instant
    /// The address of a mail, the means of a payment, the number of a credit note.
    public let detail: String?
    /// How much came or was taken off.
    public let amount: Cents?
    /// The mail server's code.
    public let code: Int?
}

extension InvoiceMoment.Kind: SQLWord {}

extension StoreReader {
    /// What happened to an invoice, oldest first.
    public func moments(of invoiceID: Int64) throws -> [InvoiceMoment] {
        let mails: SQL = "FROM sendings WHERE NOT is_copy AND invoice_id = \(invoiceID)"
        return try runner.rows(
            """
            SELECT 1 AS place, 'issued' AS kind, issued_at AS at, \(text("NULL")) AS detail,
                CAST(NULL AS SIGNED) AS amount_cents, CAST(NULL AS SIGNED) AS code
            FROM issued_invoices WHERE invoice_id = \(invoiceID)
            UNION ALL SELECT 2, 'sent', created_at, \(text("recipient")), NULL, NULL \(mails)
            UNION ALL SELECT 3, 'delivered', delivered_at, \(text("recipient")), NULL, NULL \(mails) AND delivered_at IS NOT NULL
            UNION ALL SELECT 3, 'refused', refused_at, \(text("recipient")), NULL, refusal \(mails) AND refused_at IS NOT NULL
            UNION ALL SELECT 3, 'unreminded', checked_at, \(text("NULL")), NULL, NULL
                FROM reminders WHERE invoice_id = \(invoiceID) AND reason = 'no_address'
            UNION ALL SELECT 4, 'handed', handed_at, \(text("NULL")), NULL, NULL
                FROM invoices WHERE id = \(invoiceID) AND handed_at IS NOT NULL
            UNION ALL SELECT 5, 'seen', seen_at, \(text("NULL")), NULL, NULL
                FROM invoices WHERE id = \(invoiceID) AND seen_at IS NOT NULL
            UNION ALL SELECT 6,
                IF(p.credit_note_id IS NOT NULL OR (r.kind = 'refund' AND p.amount_cents < 0), 'given_back',
                    IF(u.credit_note_id IS NOT NULL OR r.kind = 'refund', 'given_back_not', 'paid')),
                p.created_at, \(text("p.means")), p.amount_cents, NULL
                FROM payments p LEFT JOIN payments u ON u.id = p.undoes LEFT JOIN reversals r ON r.id = p.reversal_id
                WHERE p.invoice_id = \(invoiceID)
            UNION ALL SELECT 7, 'credited', c.issued_at, \(text(CreditNoteRecord.numberText)), c.amount_cents, NULL
                FROM credit_notes c WHERE c.invoice_id = \(invoiceID)
            UNION ALL SELECT 8, 'link_replaced', replaced_at, \(text("NULL")), NULL, NULL
                FROM view_links WHERE invoice_id = \(invoiceID) AND replaced_at IS NOT NULL
            ORDER BY at, place
            """
        ).map { row in
            InvoiceMoment(
                kind: try row["kind"],
                at: try row["at"],
                detail: try row["detail"],
                amount: try row["amount_cents"],
                code: try row["code"]
            )
        }
    }

    /// Columns of different tables stand one below the other only in one collation.
    private func text(_ column: SQL) -> SQL { "CAST(\(column) AS CHAR) COLLATE utf8mb4_unicode_ci" }
}
