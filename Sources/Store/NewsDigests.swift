public import Accounting
import MariaDB

/// The summary of what was new for a company on a day.
public struct NewsDigest: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose.
    public let companyID: Int64
    /// The day, in Paris.
    public let day: Day
    /// What nobody has read of it yet, newest first; so many at most that a mail stays short.
    public let news: [Notification]
}

extension StoreReader {
    /// The companies that want a mail a day and were not looked at on this day.
    public func companiesToDigest(on day: Day, limit: Int) throws -> [Int64] {
        try runner.rows(
            """
            SELECT company_id FROM mail_settings
            WHERE wants_digest AND (digested_on IS NULL OR digested_on < \(day)) ORDER BY company_id LIMIT \(limit)
            """
        ).map { try $0["company_id"] }
    }

    /// A digest by its row.
    public func digest(_ id: Int64) throws -> NewsDigest? {
        guard let row = try runner.row("SELECT company_id, day, after_id, last_id FROM digests WHERE id = \(id)") else {
            return nil
        }
        let (companyID, after, last): (Int64, Int64, Int64) = (
            try row["company_id"], try row["after_id"], try row["last_id"]
        )
        let news = try notifications(of: companyID, before: last + 1, limit: 30)
        return NewsDigest(
            id: id,
            companyID: companyID,
            day: try row["day"],
            news: news.filter { $0.id > after && $0.isUnread }
        )
    }
}

extension StoreWriter {
    /// Looks for what is new and unread for a company since its last digest; answers the digest that tells it, nil when there
    /// is nothing to tell or another worker was faster.
    public func openDigest(of companyID: Int64, on day: Day) throws -> Int64? {
        let wanted = try transaction.row(
            """
            SELECT company_id FROM mail_settings
            WHERE company_id = \(companyID) AND wants_digest AND (digested_on IS NULL OR digested_on < \(day))
            FOR UPDATE
            """
        )
        guard wanted != nil else { return nil }
        try transaction.execute("UPDATE mail_settings SET digested_on = \(day) WHERE company_id = \(companyID)")
        let after: Int64 =
            try transaction.row("SELECT MAX(last_id) AS id FROM digests WHERE company_id = \(companyID)")
            .flatMap { try $0["id"] } ?? 0
        let last: Int64? = try transaction.row(
            """
            SELECT MAX(id) AS id FROM notifications WHERE company_id = \(companyID) AND read_at IS NULL AND id > \(after)
            """
        ).flatMap { try $0["id"] }
        guard let last else { return nil }
        return try transaction.insertUnlessDuplicate(
            """
            INSERT INTO digests (company_id, day, after_id, last_id) VALUES (\(companyID), \(day), \(after), \(last))
            """
        )?.lastInsertID
    }
}
