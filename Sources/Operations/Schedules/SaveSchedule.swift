import Accounting
import Invoicing
public import Store

/// A freelancer begins a schedule.
public struct SaveSchedule {
    private let companyID: Int64
    private let schedule: SavedSchedule

    /// - Parameters:
    ///   - companyID: whose schedule.
    ///   - schedule: what is made, and when.
    public init(companyID: Int64, schedule: SavedSchedule) {
        self.companyID = companyID
        self.schedule = schedule
    }

    /// - Returns: the schedule's id.
    /// - Throws: ``NotFound``.
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            guard try writer.reader.client(schedule.draft.clientID, of: companyID) != nil else { throw NotFound() }
            return try writer.addSchedule(schedule, of: companyID, at: office.outside.now())
        }
    }
}
