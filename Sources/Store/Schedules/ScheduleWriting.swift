public import Accounting
public import Invoicing
import MariaDB

extension StoreWriter {
    /// Locks a schedule until the transaction ends, and reads it; nil when there is none.
    public func lockSchedule(_ id: Int64) throws -> Schedule? {
        guard try transaction.row("SELECT id FROM schedules WHERE id = \(id) FOR UPDATE") != nil else { return nil }
        return try transaction.row("\(Schedule.select) WHERE s.id = \(id)").map(Schedule.init)
    }

    /// Adds a schedule; answers its row's id.
    public func addSchedule(
        _ schedule: SavedSchedule,
        from origin: FormOrigin,
        of companyID: Int64,
        at now: Instant
    ) throws -> Int64 {
        let (draft, rhythm) = (schedule.draft, schedule.rhythm)
        let gross = try gross(of: draft.lines, by: companyID)
        let id = try transaction.execute(
            """
            INSERT INTO schedules (company_id, client_id, subject, purchase_order, payment_term_days, total_cents, mode,
                every, unit, first_on, last_on, count_limit, next_on, entry_key, replaces, created_at,
                updated_at)
            VALUES (\(companyID), \(draft.clientID), \(draft.subject), \(draft.purchaseOrder),
                \(draft.paymentTermDays), \(gross), \(schedule.mode), \(rhythm.every),
                \(rhythm.unit), \(rhythm.first), \(rhythm.end.day), \(rhythm.end.count), \(rhythm.day(of: 0)),
                \(origin.key), \(origin.replaced), \(now), \(now))
            """
        ).lastInsertID
        for (position, line) in draft.lines.enumerated() {
            try transaction.execute(
                """
                INSERT INTO schedule_lines (schedule_id, position, \(InvoiceLine.columns))
                VALUES (\(id), \(position), \(line.values))
                """
            )
        }
        return id
    }

    /// Notes whether a schedule goes on, and with which occurrence.
    public func update(
        _ schedule: Schedule,
        to state: ScheduleState,
        because trouble: ScheduleTrouble? = nil,
        next occurrence: Int? = nil,
        at now: Instant
    ) throws {
        let next = occurrence ?? schedule.nextOccurrence
        try transaction.execute(
            """
            UPDATE schedules SET state = \(state), trouble = \(trouble), next_occurrence = \(next),
                next_on = \(schedule.rhythm.day(of: next)), updated_at = \(now)
            WHERE id = \(schedule.id)
            """
        )
    }

    /// Notes that the next occurrence of a schedule, whose lock the caller holds, was made as this invoice.
    public func noteOccurrence(of schedule: Schedule, dueOn: Day, invoiceID: Int64, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO schedule_occurrences (schedule_id, occurrence, due_on, invoice_id, made_at)
            VALUES (\(schedule.id), \(schedule.nextOccurrence), \(dueOn), \(invoiceID), \(now))
            """
        )
    }
}

extension Rhythm.End {
    fileprivate var day: Day? { if case .on(let day) = self { day } else { nil } }
    fileprivate var count: Int? { if case .after(let count) = self { count } else { nil } }
}
