/// Whether a schedule makes invoices.
public enum ScheduleState: String, Sendable, CaseIterable {
    /// It makes each invoice on its day.
    case active
    /// It waits until it is resumed.
    case paused
    /// It is over.
    case stopped
}

/// What happens to a schedule.
public enum ScheduleEvent: Sendable, CaseIterable {
    /// The seller pauses it, or the worker, which cannot make the next invoice.
    case pause
    /// The seller resumes it.
    case resume
    /// The seller ends it, or its last invoice was made.
    case stop
}

/// Why an event is refused.
public enum ScheduleRefusal: Error, Sendable, Equatable {
    /// It is over: a new one is begun instead.
    case stopped
    /// Its client is archived: they are taken back first.
    case archivedClient
}

extension ScheduleState {
    /// The state after an event; one that changes nothing is no error.
    public func after(_ event: ScheduleEvent) throws(ScheduleRefusal) -> ScheduleState {
        switch (self, event) {
        case (.stopped, .pause), (.stopped, .resume): throw .stopped
        case (_, .stop): .stopped
        case (.active, .pause), (.paused, .pause): .paused
        case (.active, .resume), (.paused, .resume): .active
        }
    }
}

/// Why the worker paused a schedule.
public enum ScheduleTrouble: String, Sendable, CaseIterable {
    /// Something that the law wants is missing, or the lines cannot be invoiced as they are.
    case cannotBeIssued = "cannot_be_issued"
    /// The client has no address that mail can be sent to.
    case noAddress = "no_address"
    /// Too many days went by while nothing could be made.
    case tooLate = "too_late"
}
