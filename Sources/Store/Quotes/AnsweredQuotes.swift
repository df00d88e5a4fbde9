public import Accounting
import MariaDB

extension StoreReader {
    /// Quotes whose client has answered without the freelancer having been written to, oldest first.
    public func untoldAnswers(limit: Int) throws -> [Int64] {
        try runner.rows("SELECT id FROM quotes WHERE is_untold = TRUE ORDER BY id LIMIT \(limit)").map { try $0["id"] }
    }

    /// The address of a quote's freelancer; nil when they have closed their account.
    public func ownerEmail(ofQuote id: Int64) throws -> String? {
        try runner.row(
            """
            SELECT u.email FROM quotes q JOIN companies c ON c.id = q.company_id JOIN users u ON u.id = c.owner_id
            WHERE q.id = \(id) AND c.erased_at IS NULL
            """
        ).map { try $0["email"] }
    }
}

extension StoreWriter {
    /// Notes that the freelancer is written to about an answer; false when another worker was faster.
    public func noteTelling(ofQuote id: Int64, at now: Instant) throws -> Bool {
        try transaction.execute("UPDATE quotes SET told_at = \(now) WHERE id = \(id) AND is_untold = TRUE").affectedRows
            == 1
    }
}
