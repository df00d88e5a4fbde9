import Store

/// Somebody opens an account with their address and a password, and is logged in; a letter asks them to confirm the address.
public struct SignUp {
    private let email: String
    private let password: String
    private let agent: String
    private let isKnownAddress: Bool

    /// - Parameters:
    ///   - email: a valid address.
    ///   - password: long enough, as the form has checked.
    ///   - agent: what the browser calls itself.
    ///   - isKnownAddress: true when nobody need confirm the address, as for a demonstration's account.
    public init(email: String, password: String, agent: String = "", isKnownAddress: Bool = false) {
        self.email = email
        self.password = password
        self.agent = agent
        self.isKnownAddress = isKnownAddress
    }

    /// - Returns: the new session's token; nil when the address has an account already.
    public func run(in office: Office) throws -> Token? {
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
            return try OpenSession(userID: userID, agent: agent).run(with: writer, outside: office.outside)
        }
    }
}
