import Accounting
public import Invoicing
import MariaDB

/// What is not issued or sent yet is counted under the regime of VAT that holds now: whoever writes it down counts so, and
/// a change of the regime counts all of it anew.
extension StoreWriter {
    /// What lines come to under a company's regime, which cannot change before the transaction ends.
    func gross(of lines: [InvoiceLine], by companyID: Int64) throws -> Cents {
        guard let seller = try heldSeller(companyID) else { throw UnreadableRecord("no company \(companyID)") }
        return seller.charging(lines).totals.gross
    }

    /// Counts anew what a company has not issued or sent, after its regime has changed; the caller holds its lock.
    public func countUnissued(of companyID: Int64, by seller: Seller) throws {
        let drafts: SQL = "invoices WHERE company_id = \(companyID) AND state = 'draft'"
        let quotes: SQL = "quotes WHERE company_id = \(companyID) AND state = 'draft'"
        let schedules: SQL = "schedules WHERE company_id = \(companyID) AND state <> 'stopped'"
        try count("invoices", from: drafts) { id in
            guard let draft = try reader.draft(id, of: companyID) else { return .zero }
            return seller.charging(draft.lines).totals.gross
        }
        try count("quotes", from: quotes) { seller.charging(try reader.lines(ofQuote: $0)).totals.gross }
        try count("schedules", from: schedules) {
            seller.charging(try reader.lines(ofSchedule: $0)).totals.gross
        }
    }

    private func count(_ table: SQL, from rows: SQL, _ gross: (Int64) throws -> Cents) throws {
        let found = try transaction.rows("SELECT id, total_cents FROM \(rows) ORDER BY id FOR UPDATE")
        for row in found {
            let (id, former): (Int64, Cents) = (try row["id"], try row["total_cents"])
            let gross = try gross(id)
            guard gross != former else { continue }
            try transaction.execute("UPDATE \(table) SET total_cents = \(gross) WHERE id = \(id)")
        }
    }
}
