import Store

/// Somebody comes back with their address and password.
public struct LogIn {
    private let email: String
    private let password: String

    /// What was typed.
    public init(email: String, password: String) {
        self.email = email
        self.password = password
    }

    /// - Returns: the new session's token; nil when address and password do not go together.
    public func run(in office: Office) throws -> Token? {
        guard let user = try office.store.reader.user(email: email) else {
            // As much work as for a known address, so that the time taken does not tell who has an account.
            _ = try PasswordHash(password, outside: office.outside)
            return nil
        }
        guard try PasswordHash(encoded: user.passwordHash).matches(password) else { return nil }
        return try office.store.write { writer in
            try OpenSession(userID: user.id).run(with: writer, outside: office.outside)
        }
    }
}
