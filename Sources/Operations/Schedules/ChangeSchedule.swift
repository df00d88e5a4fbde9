import Accounting
public import Invoicing
import Store

/// A freelancer pauses, resumes or ends a schedule.
///
/// Resumed, it goes on with the first day that has not passed: what was missed is not made up for.
public struct ChangeSchedule {
    private let companyID: Int64
    private let scheduleID: Int64
    private let event: ScheduleEvent

    /// - Parameters:
    ///   - companyID: whose schedule.
    ///   - scheduleID: the schedule.
    ///   - event: what happens to it.
    public init(companyID: Int64, scheduleID: Int64, _ event: ScheduleEvent) {
        self.companyID = companyID
        self.scheduleID = scheduleID
        self.event = event
    }

    /// - Throws: ``NotFound`` or `ScheduleRefusal`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            guard let schedule = try writer.lockSchedule(scheduleID), schedule.companyID == companyID else {
                throw NotFound()
            }
            let client = try writer.reader.client(schedule.clientID, of: companyID)
            if event == .resume, client?.isArchived == true { throw ScheduleRefusal.archivedClient }
            let now = office.outside.now()
            var state = try schedule.state.after(event)
            var next = schedule.nextOccurrence
            if event == .resume, schedule.state == .paused {
                next = schedule.rhythm.occurrence(from: next, onOrAfter: now.parisDay)
                if schedule.rhythm.day(of: next) == nil { state = try state.after(.stop) }
            }
            let trouble = event == .pause ? schedule.trouble : nil
            try writer.update(schedule, to: state, because: trouble, next: next, at: now)
        }
    }
}
