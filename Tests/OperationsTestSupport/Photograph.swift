import Accounting
public import MariaDB

/// Everything that is written about the money of one company, read in one statement.
public struct Photograph: Sendable, Equatable {
    /// One row of any table, its columns under names that suit them all.
    public struct Entry: Sendable, Equatable {
        /// What the row is of.
        public let kind: Kind
        /// Its number.
        public let id: Int64
        /// The invoice it belongs to.
        public let invoice: Int64?
        /// Where it is known at Stripe: a payment, a session, a refund; of a document, its series and year.
        public let reference: String?
        /// The account at Stripe.
        public let account: String?
        /// Its state, reason, means or outcome, in the column's own word.
        public let word: String?
        /// Its amount in cents; how many there are, of what is counted.
        public let amount: Int64
        /// What it is an answer to, an undoing of, or booked as.
        public let other: Int64?
        /// What went back at Stripe; what was paid, of an invoice; the place, of a document.
        public let detail: Int64?
    }

    /// The tables.
    public enum Kind: String, Sendable, CaseIterable {
        case invoice, document, payment, line, quarantine, attempt, reversal, discrepancy, news, letter, errand
        case effect, outcome
    }

    /// The rows, by what they are of.
    public let entries: [Kind: [Entry]]

    /// The rows of one kind, in the order of their numbers.
    public subscript(kind: Kind) -> [Entry] { entries[kind] ?? [] }

    /// Takes the photograph.
    public init(of companyID: Int64, on connection: Connection) throws {
        let entries = try connection.rows(Self.statement(companyID)).map(Entry.init)
        self.entries = Dictionary(grouping: entries, by: \.kind).mapValues { $0.sorted { $0.id < $1.id } }
    }

    private static func statement(_ company: Int64) -> SQL {
        """
        SELECT 'invoice' AS kind, id, id AS invoice, number AS reference, NULL AS account, state AS word,
            total_cents - waived_cents AS amount, online_payment AS other, paid_cents AS detail
            FROM invoices WHERE company_id = \(company)
        UNION ALL SELECT 'document', invoice_id, invoice_id, CONCAT(series, year), NULL, NULL, gross_cents, NULL, sequence
            FROM issued_invoices WHERE company_id = \(company)
        UNION ALL SELECT 'document', id, invoice_id, CONCAT(series, year), NULL, NULL, amount_cents, is_total, sequence
            FROM credit_notes WHERE company_id = \(company)
        UNION ALL SELECT 'payment', id, invoice_id, reference, account, means, amount_cents, undoes, reversal_id
            FROM payments WHERE invoice_id IN (SELECT id FROM invoices WHERE company_id = \(company))
        UNION ALL SELECT 'line', sequence, NULL, reference, HEX(fingerprint), means, amount_cents, payment_id, NULL
            FROM register_lines WHERE company_id = \(company)
        UNION ALL SELECT 'quarantine', id, invoice_id, reference, account, CONCAT(reason, ' ', COALESCE(resolution, '')),
            amount_cents, payment_id, attempt_id
            FROM quarantined_payments WHERE company_id = \(company)
        UNION ALL SELECT 'attempt', id, invoice_id, session, account, state, amount_cents, NULL, NULL
            FROM payment_attempts WHERE invoice_id IN (SELECT id FROM invoices WHERE company_id = \(company))
        UNION ALL SELECT 'reversal', id, invoice_id, reference, account, CONCAT(kind, ' ', state), amount_cents,
            credit_note_id, payment_id
            FROM reversals WHERE company_id = \(company)
        UNION ALL SELECT 'discrepancy', id, invoice_id, session, account, kind, amount_cents, resolved_at IS NULL, NULL
            FROM discrepancies WHERE company_id = \(company)
        UNION ALL SELECT 'news', 0, NULL, NULL, NULL, kind, COUNT(*), NULL, NULL
            FROM notifications WHERE company_id = \(company) GROUP BY kind
        UNION ALL SELECT 'letter', o.id, p.invoice_id, p.reference, NULL, NULL, p.amount_cents, o.subject, NULL
            FROM invoices i JOIN payments p ON p.invoice_id = i.id
            JOIN outbox o ON o.subject = p.id AND o.kind = 'mail_receipt' WHERE i.company_id = \(company)
        UNION ALL SELECT 'errand', id, subject, last_error, NULL, kind, tries, NULL, NULL
            FROM outbox WHERE done_at IS NULL
        UNION ALL SELECT 'effect', e.id, e.invoice_id, e.subject, e.account, e.outcome, 0, NULL, NULL
            FROM stripe_accounts a JOIN stripe_events e ON e.account = a.account
            WHERE a.company_id = \(company) AND (e.outcome = 'settled' OR e.outcome = 'ignored'
                AND e.type REGEXP '^(checkout[.]session|refund|payout|charge[.]dispute|(account|capability)[.]updated)')
        UNION ALL SELECT 'outcome', 0, NULL, NULL, NULL, e.outcome, COUNT(*), NULL, NULL
            FROM stripe_accounts a JOIN stripe_events e ON e.account = a.account
            WHERE a.company_id = \(company) GROUP BY e.outcome
        """
    }
}

extension Photograph.Entry: CustomStringConvertible {
    /// One line.
    public var description: String {
        let texts = [reference, account, word].compactMap(\.self)
        let numbers = [invoice, amount, other, detail].compactMap(\.self)
        return "\(kind) \(id) \(texts) \(numbers)"
    }

    fileprivate init(_ row: Row) throws {
        let name: String = try row["kind"]
        guard let kind = Photograph.Kind(rawValue: name) else { throw StoryError(reason: "no kind \(name)") }
        self.kind = kind
        id = try row["id"]
        invoice = try row["invoice"]
        reference = try row["reference"]
        account = try row["account"]
        word = try row["word"]
        amount = try row["amount"]
        other = try row["other"]
        detail = try row["detail"]
    }
}
