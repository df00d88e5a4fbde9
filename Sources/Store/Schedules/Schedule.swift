public import Accounting
public import Invoicing
import MariaDB

/// What is to be made again and again, as its freelancer saved it.
public struct SavedSchedule: Sendable, Equatable {
    /// What becomes of each invoice.
    public enum Mode: String, Sendable, CaseIterable {
        /// It is left as a draft.
        case draft
        /// It is issued and sent.
        case send
    }

    /// The invoice to make.
    public let draft: SavedDraft
    /// What becomes of it.
    public let mode: Mode
    /// When.
    public let rhythm: Rhythm

    /// A schedule.
    public init(draft: SavedDraft, mode: Mode, rhythm: Rhythm) {
        self.draft = draft
        self.mode = mode
        self.rhythm = rhythm
    }
}

/// A schedule as it stands in its row.
public struct Schedule: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose it is.
    public let companyID: Int64
    /// The client.
    public let clientID: Int64
    /// The client's name today.
    public let clientName: String
    /// Whether it makes invoices.
    public let state: ScheduleState
    /// Why the worker paused it.
    public let trouble: ScheduleTrouble?
    /// « Objet » of each invoice.
    public let subject: String
    /// The client's order number; may be empty.
    public let purchaseOrder: String
    /// How many days after issue the client has to pay.
    public let paymentTermDays: Int
    /// What each invoice comes to, taxes included.
    public let total: Cents
    /// What becomes of each invoice.
    public let mode: SavedSchedule.Mode
    /// When.
    public let rhythm: Rhythm
    /// The next occurrence, from 0.
    public let nextOccurrence: Int
    /// Its day; nil when none is left.
    public let nextOn: Day?
}

/// An occurrence that was made.
public struct MadeOccurrence: Sendable, Equatable {
    /// Its day.
    public let dueOn: Day
    /// The invoice; nil when its draft was given up.
    public let invoiceID: Int64?
    /// The invoice's number; nil while it is a draft.
    public let number: String?
}

extension SavedSchedule.Mode: SQLWord {}
extension ScheduleState: SQLWord {}
extension ScheduleTrouble: SQLWord {}
extension Rhythm.Unit: SQLWord {}

extension StoreReader {
    /// A page of a company's schedules, newest first.
    public func schedules(of companyID: Int64, before: Int64?, limit: Int) throws -> [Schedule] {
        try runner.rows(
            """
            \(Schedule.select) WHERE s.company_id = \(companyID) AND s.id < \(before ?? .max)
            ORDER BY s.id DESC LIMIT \(limit)
            """
        ).map(Schedule.init)
    }

    /// A schedule, if it is this company's.
    public func schedule(_ id: Int64, of companyID: Int64) throws -> Schedule? {
        try runner.row("\(Schedule.select) WHERE s.id = \(id) AND s.company_id = \(companyID)").map(Schedule.init)
    }

    /// The lines of a schedule.
    public func lines(ofSchedule id: Int64) throws -> [InvoiceLine] {
        try runner.rows("SELECT \(InvoiceLine.columns) FROM schedule_lines WHERE schedule_id = \(id) ORDER BY position")
            .map(InvoiceLine.init)
    }

    /// The schedules of a company that charges VAT which go on, although a line of theirs was written without it.
    public func schedulesWithoutRate(of companyID: Int64) throws -> Set<Int64> {
        let found: [Int64] = try runner.rows(
            """
            SELECT s.id FROM schedules s JOIN companies c ON c.id = s.company_id
            WHERE s.company_id = \(companyID) AND s.state <> 'stopped' AND NOT c.under_franchise
                AND EXISTS (SELECT 1 FROM schedule_lines l
                    WHERE l.schedule_id = s.id AND l.vat_rate IS NULL AND l.exemption IS NULL)
            """
        ).map { try $0["id"] }
        return Set(found)
    }

    /// The newest occurrences of a schedule that were made.
    public func occurrences(of id: Int64, limit: Int = 24) throws -> [MadeOccurrence] {
        try runner.rows(
            """
            SELECT o.due_on, o.invoice_id, i.number FROM schedule_occurrences o
            LEFT JOIN invoices i ON i.id = o.invoice_id
            WHERE o.schedule_id = \(id) ORDER BY o.occurrence DESC LIMIT \(limit)
            """
        ).map { MadeOccurrence(dueOn: try $0["due_on"], invoiceID: try $0["invoice_id"], number: try $0["number"]) }
    }

    /// The schedules that have something to make, the longest due first.
    public func dueSchedules(on today: Day, limit: Int) throws -> [Int64] {
        try runner.rows(
            """
            SELECT id FROM schedules WHERE state = 'active' AND next_on <= \(today) ORDER BY next_on, id LIMIT \(limit)
            """
        ).map { try $0["id"] }
    }
}

extension Schedule {
    static let select: SQL = """
        SELECT s.id, s.company_id, s.client_id, c.name AS client_name, s.state, s.trouble, s.subject, s.purchase_order,
            s.payment_term_days, s.total_cents, s.mode, s.every, s.unit, s.first_on, s.last_on, s.count_limit,
            s.next_occurrence, s.next_on
        FROM schedules s JOIN clients c ON c.id = s.client_id
        """

    init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        clientID = try row["client_id"]
        clientName = try row["client_name"]
        state = try row["state"]
        trouble = try row["trouble"]
        subject = try row["subject"]
        purchaseOrder = try row["purchase_order"]
        paymentTermDays = try row["payment_term_days"]
        total = try row["total_cents"]
        mode = try row["mode"]
        let (last, count): (Day?, Int?) = (try row["last_on"], try row["count_limit"])
        let end: Rhythm.End = last.map { .on($0) } ?? count.map { .after($0) } ?? .never
        rhythm = Rhythm(every: try row["every"], unit: try row["unit"], first: try row["first_on"], end: end)
        nextOccurrence = try row["next_occurrence"]
        nextOn = try row["next_on"]
    }
}
