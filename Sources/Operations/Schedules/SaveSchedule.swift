import Accounting
import Invoicing
public import Store

/// A freelancer begins a schedule, which may take the place of another: that one ends, and what it made stays.
///
/// However often and from however many windows it is saved, one goes on.
public struct SaveSchedule {
    private let companyID: Int64
    private let schedule: SavedSchedule
    private let origin: FormOrigin
    private let seen: Edition?

    /// - Parameters:
    ///   - companyID: whose schedule.
    ///   - schedule: what is made, and when.
    ///   - origin: the form that begins it, or the schedule that it replaces: that one, or whatever has its place today.
    ///   - seen: what its author saw of the one to be replaced; without it nothing is.
    public init(companyID: Int64, schedule: SavedSchedule, from origin: FormOrigin, seen: Edition? = nil) {
        self.companyID = companyID
        self.schedule = schedule
        self.origin = origin
        self.seen = seen
    }

    /// - Returns: the schedule's id.
    /// - Throws: ``NotFound``, `ScheduleRefusal.stopped` when there is nothing left to replace, or ``ChangedMeanwhile`` when
    ///   the form has begun another schedule before, or its author has not seen what they would replace.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            guard try writer.reader.client(schedule.draft.clientID, of: companyID) != nil else { throw NotFound() }
            let now = office.outside.now()
            switch origin {
            case .form: return try begin(writer, at: now)
            case .saved(let former): return try replace(former, writer, at: now)
            }
        }
    }

    private func begin(_ writer: StoreWriter, at now: Instant) throws -> Int64 {
        try writer.lockCompany(companyID)
        if let standing = try writer.reader.standingSchedule(from: origin, of: companyID) {
            guard try writer.reader.saved(standing) == schedule else { throw ChangedMeanwhile() }
            return standing.id
        }
        return try writer.addSchedule(schedule, from: origin, of: companyID, at: now)
    }

    private func replace(_ former: Int64, _ writer: StoreWriter, at now: Instant) throws -> Int64 {
        guard var standing = try writer.lockSchedule(former), standing.companyID == companyID else { throw NotFound() }
        while let next = try writer.reader.schedule(from: .saved(standing.id), of: companyID),
            let locked = try writer.lockSchedule(next.id)
        {
            standing = locked
        }
        if standing.id != former, try writer.reader.saved(standing) == schedule { return standing.id }
        guard standing.state != .stopped else { throw ScheduleRefusal.stopped }
        guard let seen, try seen == Edition(of: standing, writer.reader) else { throw ChangedMeanwhile() }
        try writer.update(standing, to: try standing.state.after(.stop), at: now)
        return try writer.addSchedule(schedule, from: .saved(standing.id), of: companyID, at: now)
    }
}
