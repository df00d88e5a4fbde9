import Accounting
import Invoicing
import Store

/// A freelancer puts a client away, or takes one back.
///
/// Nothing is lost: invoices, quotes and drafts stay. What would go on by itself is paused, and is not resumed by itself.
public struct ArchiveClient {
    private let companyID: Int64
    private let clientID: Int64
    private let isArchived: Bool

    /// - Parameters:
    ///   - companyID: whose client.
    ///   - clientID: the client.
    ///   - isArchived: true to put them away.
    public init(companyID: Int64, clientID: Int64, isArchived: Bool) {
        self.companyID = companyID
        self.clientID = clientID
        self.isArchived = isArchived
    }

    /// - Throws: ``NotFound``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            guard try writer.archiveClient(clientID, of: companyID, isArchived) else { throw NotFound() }
            guard isArchived else { return }
            for id in try writer.reader.activeSchedules(ofClient: clientID) {
                guard let schedule = try writer.lockSchedule(id), schedule.state == .active else { continue }
                try writer.update(schedule, to: schedule.state.after(.pause), at: office.outside.now())
            }
        }
    }
}
