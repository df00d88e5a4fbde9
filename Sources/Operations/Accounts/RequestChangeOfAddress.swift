import Accounting
import Store

/// Somebody wants to log in with another address: it takes the place of theirs once its link is followed.
public struct RequestChangeOfAddress {
    private let userID: Int64
    private let password: String
    private let email: String

    /// - Parameters:
    ///   - userID: who.
    ///   - password: theirs.
    ///   - email: the new address, valid.
    public init(userID: Int64, password: String, email: String) {
        self.userID = userID
        self.password = password
        self.email = email
    }

    /// Leaves the letter to the worker; whether another account has the address is only said to whoever reads it.
    ///
    /// - Throws: ``SecurityRefusal``.
    public func run(in office: Office) throws {
        _ = try CheckPassword(userID: userID, password: password).run(in: office)
        let now = office.outside.now()
        try office.store.write { writer in
            try writer.mustBeFew(.change, for: userID, limit: RequestConfirmation.limit, at: now)
            try writer.addLetter(.change, to: email, about: userID, at: now)
        }
    }
}
