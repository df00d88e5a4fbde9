public import Accounting
import MariaDB

/// What a schedule begins with.
public enum ScheduleOrigin: Sendable, Equatable {
    /// A form, by the fingerprint of its key: sent twice, it begins one.
    case form(Fingerprint)
    /// Another schedule, whose place it takes; each is replaced once.
    case schedule(Int64)
}

extension ScheduleOrigin {
    var key: Fingerprint? { if case .form(let key) = self { key } else { nil } }
    var replaced: Int64? { if case .schedule(let id) = self { id } else { nil } }
}

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
    public func standingSchedule(from origin: ScheduleOrigin, of companyID: Int64) throws -> Schedule? {
        switch origin {
        case .form: try schedule(from: origin, of: companyID).map { try standing($0, of: companyID) }
        case .schedule(let id): try standingSchedule(id, of: companyID)
        }
    }

    private func standing(_ schedule: Schedule, of companyID: Int64) throws -> Schedule {
        var schedule = schedule
        while let next = try self.schedule(from: .schedule(schedule.id), of: companyID) { schedule = next }
        return schedule
    }

    /// The schedule that began with this.
    public func schedule(from origin: ScheduleOrigin, of companyID: Int64) throws -> Schedule? {
        let begun: SQL =
            switch origin {
            case .form(let key): "s.entry_key = \(key)"
            case .schedule(let id): "s.replaces = \(id)"
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
