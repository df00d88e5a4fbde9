import Invoicing
public import Store

extension Edition {
    /// The edition of a schedule, which says how far it has come and whether it goes on, too: whoever began before an invoice
    /// was made still has its day before their eyes, and would have it billed twice.
    public init(of schedule: Schedule, _ reader: StoreReader) throws {
        self.init(
            of: StandingSchedule(
                saved: try reader.saved(schedule),
                state: schedule.state,
                nextOccurrence: schedule.nextOccurrence
            )
        )
    }
}

extension Schedule {
    /// True when all that has happened since its author saw it is that invoices of it were made.
    ///
    /// - Throws: the database's error.
    public func hasOnlyAdvanced(since seen: Edition, _ reader: StoreReader) throws -> Bool {
        let saved = try reader.saved(self)
        return (0..<nextOccurrence).reversed().contains { occurrence in
            seen == Edition(of: StandingSchedule(saved: saved, state: state, nextOccurrence: occurrence))
        }
    }
}

/// Not private: a private type is reflected with an address, which is another one in every process.
struct StandingSchedule: Equatable {
    let saved: SavedSchedule
    let state: ScheduleState
    let nextOccurrence: Int
}
