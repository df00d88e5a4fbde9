import MariaDB
import Operations
import Store

extension Story {
    /// A day, and the end of everybody who lived it.
    public func liveToTheEnd() throws {
        try liveThroughADay()
        try endEveryCompany()
        try purge()
    }

    /// Every company is closed, and its last day passes.
    public func endEveryCompany() throws {
        try forge(
            "UPDATE companies SET logo = NULL, erased_at = \(now), kept_until = '2036-12-31' WHERE erased_at IS NULL"
        )
        wait(seconds: 12 * 366 * 86_400)
    }

    /// The worker takes away companies whose day has come, round after round.
    public func purge() throws {
        while try !reader(of: .work).companiesToPurge(at: now, limit: 1).isEmpty {
            try PurgeCompanies().run(in: office(of: .work))
        }
    }
}
