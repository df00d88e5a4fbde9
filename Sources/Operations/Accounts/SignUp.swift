import Store

/// Somebody opens an account with their address and a password, and is logged in; a letter asks them to confirm the address.
public struct SignUp {
    private let email: String
    private let password: String
    private let agent: String
    private let browser: Token?
    private let isKnownAddress: Bool

    /// - Parameters:
    ///   - email: a valid address.
    ///   - password: long enough, as the form has checked.
    ///   - agent: what the browser calls itself.
    ///   - browser: what says that somebody has come in from it before.
    ///   - isKnownAddress: true when nobody need confirm the address, as for a demonstration's account.
    public init(
        email: String,
        password: String,
        agent: String = "",
        browser: Token? = nil,
        isKnownAddress: Bool = false
    ) {
        self.email = email
        self.password = password
        self.agent = agent
        self.browser = browser
        self.isKnownAddress = isKnownAddress
    }

    /// - Returns: what the browser keeps; nil when the address has an account already.
    public func run(in office: Office) throws -> Entry? {
        let hash = try PasswordHash(password, outside: office.outside)
        return try office.store.write { writer in
            let now = office.outside.now()
            let userID = try writer.addUser(
                email: email,
                passwordHash: hash.encoded,
                confirmedAt: isKnownAddress ? now : nil,
                at: now
            )
            guard let userID else { return nil }
            if !isKnownAddress { try writer.addLetter(.confirm, to: email, about: userID, at: now) }
            let session = OpenSession(userID: userID, agent: agent, browser: browser)
            return try session.run(with: writer, outside: office.outside)
        }
    }
}
