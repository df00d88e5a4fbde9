import Store

/// Somebody who knows their password chooses another; every other browser is logged out.
public struct ChangePassword {
    private let userID: Int64
    private let session: Token
    private let browser: Token?
    private let old: String
    private let new: String

    /// - Parameters:
    ///   - userID: whose password.
    ///   - session: the session that stays.
    ///   - browser: what says that this browser is known, as it still will be.
    ///   - old: the password until now.
    ///   - new: long enough, as the form has checked.
    public init(userID: Int64, session: Token, browser: Token? = nil, old: String, new: String) {
        self.userID = userID
        self.session = session
        self.browser = browser
        self.old = old
        self.new = new
    }

    /// Changes the password.
    ///
    /// - Throws: ``SecurityRefusal``.
    public func run(in office: Office) throws {
        let user = try CheckPassword(userID: userID, password: old).run(in: office)
        let hash = try PasswordHash(new, outside: office.outside)
        try office.store.write { writer in
            let now = office.outside.now()
            try writer.change(user, passwordHash: hash.encoded, keeping: session, in: browser, at: now)
        }
    }
}
