import Store

/// A freelancer has read their notifications.
public struct MarkNotificationsRead {
    private let companyID: Int64

    /// - Parameter companyID: whose notifications.
    public init(companyID: Int64) {
        self.companyID = companyID
    }

    /// Notes it.
    public func run(in office: Office) throws {
        try office.store.write { try $0.markNotificationsRead(of: companyID, at: office.outside.now()) }
    }
}
