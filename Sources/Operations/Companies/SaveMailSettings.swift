public import Store

/// A freelancer says how they write to their clients, and whether they want a mail a day.
public struct SaveMailSettings {
    private let companyID: Int64
    private let settings: MailSettings

    /// - Parameters:
    ///   - companyID: whose.
    ///   - settings: what is saved.
    public init(companyID: Int64, settings: MailSettings) {
        self.companyID = companyID
        self.settings = settings
    }

    /// Saves them.
    public func run(in office: Office) throws {
        try office.store.write { try $0.save(settings, of: companyID) }
    }
}
