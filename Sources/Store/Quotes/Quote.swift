public import Accounting
public import Invoicing
import MariaDB

/// The living row of a quote: where it stands, without its lines.
public struct Quote: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose quote it is.
    public let companyID: Int64
    /// The client it is for.
    public let clientID: Int64
    /// The state that was stored: what follows from the day and from invoices is not in it.
    let stored: QuoteState
    /// True while an invoice asks for it, or for what its deposits left.
    let isInvoiced: Bool
    /// True once its freelancer has closed their account.
    let isWithdrawn: Bool
    /// The number; nil for a draft.
    public let number: String?
    /// « Objet »; may be empty.
    public let subject: String
    /// The client's reference; may be empty.
    public let reference: String
    /// The last day on which the client may accept.
    public let validUntil: Day
    /// What else both agree on; may be empty.
    public let conditions: String
    /// What it comes to, taxes included.
    public let total: Cents
    /// The day it was sent; nil for a draft.
    public let sentOn: Day?
    /// When the client opened it.
    public let seenAt: Instant?
    /// What the client decided.
    public let answer: SentQuote.Answer?

    /// Where it stands on a day.
    public func state(on today: Day) -> QuoteState {
        stored.on(today, validUntil: validUntil, isInvoiced: isInvoiced, isWithdrawn: isWithdrawn)
    }
}

extension QuoteState: SQLWord {}

extension Quote {
    static let columns: SQL = """
        q.id, q.company_id, q.client_id, q.state, q.number, q.subject, q.reference, q.valid_until, q.conditions,
        q.total_cents, q.sent_on, q.seen_at, q.answered_at, q.answered_by, q.answer, q.is_by_hand,
        \(isInvoiced) AS is_invoiced,
        EXISTS (SELECT 1 FROM companies o WHERE o.id = q.company_id AND o.erased_at IS NOT NULL) AS is_withdrawn
        """

    /// Of a row of `quotes q`, whether an invoice that stands asks for all of it.
    static let isInvoiced: SQL = """
        EXISTS (SELECT 1 FROM quote_invoices v JOIN invoices i ON i.id = v.invoice_id
            WHERE v.whole = q.id AND i.state <> 'cancelled')
        """

    init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        clientID = try row["client_id"]
        stored = try row["state"]
        isInvoiced = try row["is_invoiced"]
        isWithdrawn = try row["is_withdrawn"]
        number = try row["number"]
        subject = try row["subject"]
        reference = try row["reference"]
        validUntil = try row["valid_until"]
        conditions = try row["conditions"]
        total = try row["total_cents"]
        sentOn = try row["sent_on"]
        seenAt = try row["seen_at"]
        let answeredAt: Instant? = try row["answered_at"]
        let (name, reason): (String?, String?) = (try row["answered_by"], try row["answer"])
        let isByHand: Bool = try row["is_by_hand"]
        let isAccepted = stored == .accepted
        answer = answeredAt.map { moment in
            SentQuote.Answer(
                isAccepted: isAccepted,
                name: name ?? "",
                reason: reason ?? "",
                day: moment.parisDay,
                isByHand: isByHand
            )
        }
    }
}

extension StoreReader {
    /// A quote, if it is this company's.
    public func quote(_ id: Int64, of companyID: Int64) throws -> Quote? {
        try runner.row(
            "SELECT \(Quote.columns) FROM quotes q WHERE q.id = \(id) AND q.company_id = \(companyID)"
        ).map(Quote.init)
    }

    /// The lines of a quote.
    public func lines(ofQuote id: Int64) throws -> [InvoiceLine] {
        try runner.rows("SELECT \(InvoiceLine.columns) FROM quote_lines WHERE quote_id = \(id) ORDER BY position")
            .map(InvoiceLine.init)
    }
}

extension StoreWriter {
    /// Locks a quote until the transaction ends, and reads it; nil when there is none.
    public func lockQuote(_ id: Int64) throws -> Quote? {
        guard try transaction.row("SELECT id FROM quotes WHERE id = \(id) FOR UPDATE") != nil else { return nil }
        return try transaction.row("SELECT \(Quote.columns) FROM quotes q WHERE q.id = \(id)").map(Quote.init)
    }

    /// Notes that the client has opened a quote.
    public func noteOpening(of quote: Quote, to state: QuoteState, at now: Instant) throws {
        try transaction.execute(
            "UPDATE quotes SET state = \(state), seen_at = \(now), updated_at = \(now) WHERE id = \(quote.id)"
        )
    }

    /// Notes the client's answer, for ever.
    public func answer(
        _ quote: Quote,
        as state: QuoteState,
        by name: String,
        because reason: String?,
        isByHand: Bool,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            UPDATE quotes SET state = \(state), answered_at = \(now), answered_by = \(name), answer = \(reason),
                is_by_hand = \(isByHand), updated_at = \(now)
            WHERE id = \(quote.id)
            """
        )
    }
}
