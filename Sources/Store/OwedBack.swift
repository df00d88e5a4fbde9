public import Accounting
import MariaDB

/// Money that a company still has although its credit notes took back what the money was for: it is the client's.
public struct OwedBack: Sendable, Equatable {
    /// The invoice's row.
    public let invoiceID: Int64
    /// The invoice's number.
    public let number: String
    /// The client's name on it.
    public let client: String
    /// What is to be given back.
    public let amount: Cents

    /// Of a row of `invoices i`, what is to be given back: what was received beyond what is asked once credit notes have
    /// taken back their part; what is on its way back at Stripe, or there already, is left out
    /// (``ReversalRecord/isLeaving``).
    static let amountSQL: SQL = """
        CAST(GREATEST(0, (SELECT COALESCE(SUM(n.amount_cents), 0) FROM credit_notes n WHERE n.invoice_id = i.id)
            - i.total_cents
            + (SELECT COALESCE(SUM(m.amount_cents), 0) FROM payments m WHERE m.invoice_id = i.id)
            - (SELECT COALESCE(SUM(r.amount_cents), 0) FROM reversals r
                WHERE r.invoice_id = i.id AND r.payment_id IS NOT NULL AND r.credit_note_id IS NULL
                    AND (r.state = 'done' OR (r.state = 'pending' AND r.kind = 'refund')))) AS SIGNED)
        """
}

extension StoreReader {
    /// What a company is to give back, the oldest invoice first.
    ///
    /// Looked at closely are the invoices with a credit note of whose money something is still here: of most, nothing ever
    /// came, or all went back. Credit notes never come to more than their invoice, so without money nothing is owed.
    public func owedBack(of companyID: Int64) throws -> [OwedBack] {
        try runner.rows(
            """
            SELECT i.id, i.number, d.buyer_name, \(OwedBack.amountSQL) AS owed_cents
            FROM (SELECT n.invoice_id FROM credit_notes n STRAIGHT_JOIN payments m ON m.invoice_id = n.invoice_id
                WHERE n.company_id = \(companyID) GROUP BY n.invoice_id HAVING SUM(m.amount_cents) > 0) kept
            JOIN invoices i ON i.id = kept.invoice_id JOIN issued_invoices d ON d.invoice_id = i.id
            HAVING owed_cents > 0
            """
        ).map { row in
            OwedBack(
                invoiceID: try row["id"],
                number: try row["number"],
                client: try row["buyer_name"],
                amount: try row["owed_cents"]
            )
        }.sorted { $0.invoiceID < $1.invoiceID }
    }

    /// What is to be given back of an invoice.
    public func owedBack(ofInvoice id: Int64) throws -> Cents {
        try runner.row("SELECT \(OwedBack.amountSQL) AS owed_cents FROM invoices i WHERE i.id = \(id)")
            .map { try $0["owed_cents"] } ?? .zero
    }
}
