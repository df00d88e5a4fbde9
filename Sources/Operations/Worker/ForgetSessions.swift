import Accounting
import Store

/// The worker forgets browsers whose session has ended, and what else of logging in is over: with the last browser that knew
/// it, an account of which nothing was ever made.
public struct ForgetSessions {
    /// All of them.
    public init() {}

    /// Forgets them.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        try office.store.write { writer in
            try writer.removeSessions(endedBefore: now)
            for owner in try writer.removeBrowsers(endedBefore: now) { try writer.removeIfUnused(userID: owner) }
            try writer.removeBegunLogIns(endedBefore: now)
            // A letter waits at most two days for its mail server, and its link a week for its reader.
            try writer.removeLetters(writtenBefore: now.adding(seconds: -10 * 86_400))
            try writer.removeThrottles(failedBefore: now.adding(seconds: -CountedTry.memory))
        }
    }
}
