import Accounting
import Store

/// Somebody wants the letter that confirms their address once more.
public struct RequestConfirmation {
    /// How many letters somebody gets within an hour.
    static let limit = 5
    private let userID: Int64

    /// - Parameter userID: who.
    public init(userID: Int64) {
        self.userID = userID
    }

    /// Leaves the letter to the worker.
    ///
    /// - Throws: `SecurityRefusal.tooManyLetters`, or `notNow` when the address is confirmed.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        try office.store.write { writer in
            guard let user = try writer.reader.user(userID) else { throw NotFound() }
            guard user.confirmedAt == nil else { throw SecurityRefusal.notNow }
            try writer.mustBeFew(.confirm, for: userID, limit: Self.limit, at: now)
            try writer.addLetter(.confirm, to: user.email, about: userID, at: now)
        }
    }
}

extension StoreWriter {
    /// Refuses when so many letters of a kind were asked for within an hour.
    func mustBeFew(_ kind: Letter.Kind, for userID: Int64, limit: Int, at now: Instant) throws {
        let count = try reader.letterCount(kind, for: userID, since: now.adding(seconds: -3_600))
        guard count < limit else { throw SecurityRefusal.tooManyLetters }
    }
}
