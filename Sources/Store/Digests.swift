public import Accounting
import MariaDB

/// The summary of what was new for a company on a day.
public struct Digest: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whose.
    public let companyID: Int64
    /// The day, in Paris.
    public let day: Day
    /// What it tells, newest first.
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
    public func digest(_ id: Int64) throws -> Digest? {
        guard let row = try runner.row("SELECT company_id, day, after_id, last_id FROM digests WHERE id = \(id)") else {
            return nil
        }
        let (companyID, after, last): (Int64, Int64, Int64) = (
            try row["company_id"], try row["after_id"], try row["last_id"]
        )
        return Digest(
            id: id,
            companyID: companyID,
            day: try row["day"],
            news: try notifications(of: companyID, before: last + 1, limit: 30).filter { $0.id > after }
        )
    }
}

extension StoreWriter {
    /// Looks for what is new for a company; answers the digest that tells it, nil when there is none or another worker was
    /// faster.
    public func openDigest(of companyID: Int64, on day: Day) throws -> Int64? {
        let row = try transaction.row(
            """
            SELECT digested_to FROM mail_settings
            WHERE company_id = \(companyID) AND wants_digest AND (digested_on IS NULL OR digested_on < \(day))
            FOR UPDATE
            """
        )
        guard let after: Int64 = try row.map({ try $0["digested_to"] }) else { return nil }
        let newest = try transaction.row(
            """
            SELECT MAX(id) AS id, COUNT(IF(read_at IS NULL, 1, NULL)) AS unread
            FROM notifications WHERE company_id = \(companyID) AND id > \(after)
            """
        )
        let last: Int64? = try newest.flatMap { try $0["id"] }
        let unread: Int = try newest.map { try $0["unread"] } ?? 0
        try transaction.execute(
            """
            UPDATE mail_settings SET digested_on = \(day), digested_to = \(last ?? after) WHERE company_id = \(companyID)
            """
        )
        guard let last, unread > 0 else { return nil }
        return try transaction.insertUnlessDuplicate(
            """
            INSERT INTO digests (company_id, day, after_id, last_id) VALUES (\(companyID), \(day), \(after), \(last))
            """
        )?.lastInsertID
    }
}
