import Accounting
import Invoicing
public import Store

/// A freelancer begins a schedule, which may take the place of another: that one ends, and what it made stays.
public struct SaveSchedule {
    private let companyID: Int64
    private let schedule: SavedSchedule
    private let former: Int64?

    /// - Parameters:
    ///   - companyID: whose schedule.
    ///   - schedule: what is made, and when.
    ///   - former: the schedule that it replaces.
    public init(companyID: Int64, schedule: SavedSchedule, replacing former: Int64? = nil) {
        self.companyID = companyID
        self.schedule = schedule
        self.former = former
    }

    /// - Returns: the schedule's id.
    /// - Throws: ``NotFound``.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            guard try writer.reader.client(schedule.draft.clientID, of: companyID) != nil else { throw NotFound() }
            let now = office.outside.now()
            if let former {
                guard let ended = try writer.lockSchedule(former), ended.companyID == companyID else {
                    throw NotFound()
                }
                try writer.update(ended, to: try ended.state.after(.stop), at: now)
            }
            return try writer.addSchedule(schedule, of: companyID, at: now)
        }
    }
}
