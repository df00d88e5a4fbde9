import Store

/// The worker forgets browsers whose session has ended.
public struct ForgetSessions {
    /// All of them.
    public init() {}

    /// Forgets them.
    public func run(in office: Office) throws {
        try office.store.write { try $0.removeSessions(endedBefore: office.outside.now()) }
    }
}
