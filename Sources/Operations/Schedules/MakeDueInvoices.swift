import Accounting
import Store

/// The worker makes the invoices of schedules whose day has come.
public struct MakeDueInvoices {
    /// How many schedules one round looks at.
    static let batch = 20

    /// A round.
    public init() {}

    /// Makes the next invoice of each schedule that is due.
    ///
    /// - Returns: why some could not be made.
    public func run(in office: Office) throws -> [String] {
        let today = office.outside.now().parisDay
        var failures: [String] = []
        for id in try office.store.reader.dueSchedules(on: today, limit: Self.batch) {
            do {
                try MakeOccurrence(scheduleID: id).run(in: office)
            } catch {
                failures.append("schedule \(id): \(error)")
            }
        }
        return failures
    }
}
