public import Store

/// A freelancer says how they write to their clients, and whether they want a mail a day.
public struct SaveMailSettings {
    private let companyID: Int64
    private let seen: Edition?
    private let settings: MailSettings

    /// - Parameters:
    ///   - companyID: whose.
    ///   - seen: the settings as their author saw them, `MailSettings?`; without them nothing is changed.
    ///   - settings: what is saved.
    public init(companyID: Int64, seen: Edition? = nil, settings: MailSettings) {
        self.companyID = companyID
        self.seen = seen
        self.settings = settings
    }

    /// Saves them.
    ///
    /// - Throws: ``ChangedMeanwhile``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            try writer.lockCompany(companyID)
            let current = try writer.reader.mailSettings(of: companyID)
            if try mustReplace(current, with: settings, seen: seen) { try writer.save(settings, of: companyID) }
        }
    }
}
