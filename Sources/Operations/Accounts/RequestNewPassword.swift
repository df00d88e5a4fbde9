import Accounting
import Store

/// Somebody has forgotten the password of an address: if it has an account, a letter with a link goes there.
///
/// Whether it has one is found out by the worker that sends the letter: the same is written here for every address, so that
/// neither the answer nor the time it takes tells who has an account.
public struct RequestNewPassword {
    /// How many letters an address gets within an hour.
    static let limit = 3
    private let email: String

    /// - Parameter email: the address, as typed.
    public init(email: String) {
        self.email = email
    }

    /// Leaves the letter to the worker; silently not, when the address was sent several a moment ago.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        try office.store.write { writer in
            let count = try writer.reader.letterCount(.reset, to: email, since: now.adding(seconds: -3_600))
            guard count < Self.limit else { return }
            try writer.addLetter(.reset, to: email, about: nil, at: now)
        }
    }
}
