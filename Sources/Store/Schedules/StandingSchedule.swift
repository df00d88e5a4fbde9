import Accounting
import MariaDB

extension StoreReader {
    /// The schedule that has the place of one today, after whatever took it; itself when nothing did.
    ///
    /// - Returns: nil when there is none, or it is another company's.
    public func standingSchedule(_ id: Int64, of companyID: Int64) throws -> Schedule? {
        try schedule(id, of: companyID).map { try standing($0, of: companyID) }
    }

    /// What has come of a form, or has the place of a schedule, today.
    ///
    /// - Returns: nil when there is none, or it is another company's.
    public func standingSchedule(from origin: FormOrigin, of companyID: Int64) throws -> Schedule? {
        switch origin {
        case .form: try schedule(from: origin, of: companyID).map { try standing($0, of: companyID) }
        case .saved(let id): try standingSchedule(id, of: companyID)
        }
    }

    private func standing(_ schedule: Schedule, of companyID: Int64) throws -> Schedule {
        var schedule = schedule
        while let next = try self.schedule(from: .saved(schedule.id), of: companyID) { schedule = next }
        return schedule
    }

    /// The schedule that began with this.
    public func schedule(from origin: FormOrigin, of companyID: Int64) throws -> Schedule? {
        let begun: SQL =
            switch origin {
            case .form(let key): "s.entry_key = \(key)"
            case .saved(let id): "s.replaces = \(id)"
            }
        return try runner.row("\(Schedule.select) WHERE \(begun) AND s.company_id = \(companyID)").map(Schedule.init)
    }

    /// A schedule as its freelancer saved it.
    public func saved(_ schedule: Schedule) throws -> SavedSchedule {
        SavedSchedule(
            draft: SavedDraft(
                clientID: schedule.clientID,
                subject: schedule.subject,
                lines: try lines(ofSchedule: schedule.id),
                suppliedOn: nil,
                paymentTermDays: schedule.paymentTermDays,
                purchaseOrder: schedule.purchaseOrder
            ),
            mode: schedule.mode,
            rhythm: schedule.rhythm
        )
    }
}
