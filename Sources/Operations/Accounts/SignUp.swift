import Store

/// Somebody opens an account with their address and a password, and is logged in.
public struct SignUp {
    private let email: String
    private let password: String

    /// - Parameters:
    ///   - email: a valid address.
    ///   - password: long enough, as the form has checked.
    public init(email: String, password: String) {
        self.email = email
        self.password = password
    }

    /// - Returns: the new session's token; nil when the address has an account already.
    public func run(in office: Office) throws -> Token? {
        let hash = try PasswordHash(password, outside: office.outside)
        return try office.store.write { writer in
            let now = office.outside.now()
            guard let userID = try writer.addUser(email: email, passwordHash: hash.encoded, at: now) else { return nil }
            return try OpenSession(userID: userID).run(with: writer, outside: office.outside)
        }
    }
}
