import Accounting
import Invoicing
import MariaDB

extension StoreReader {
    /// Some of a company's invoices.
    ///
    /// However many invoices there are, a page reads no more rows than it shows, times the folders it is made of or the
    /// meanings of what is searched for.
    ///
    /// - Parameters:
    ///   - selection: which, in which order.
    ///   - companyID: whose.
    ///   - place: where to go on; nil for the beginning.
    ///   - limit: how many at most.
    /// - Returns: the invoices, with where the list goes on.
    /// - Throws: the database's error.
    public func invoices(
        _ selection: InvoiceSelection = InvoiceSelection(),
        of companyID: Int64,
        at place: ListPlace? = nil,
        limit: Int = 50
    ) throws -> ListPage<InvoiceSummary> {
        let walk = InvoiceWalk(selection)
        let order = walk.order(place)
        let parts: [SQL] = try parts(walk, of: companyID).map { part in
            """
            (SELECT i.id AS id, \(walk.column) AS place FROM \(part.table)
            WHERE i.company_id = \(companyID) AND \(part.condition)\(selection.folder.condition)\
            \(walk.during)\(walk.beyond(place)) \(order) LIMIT \(limit + 1))
            """
        }
        guard let first = parts.first else { return .empty }
        let found: SQL = parts.dropFirst().reduce(first) { found, part in "\(found) UNION \(part)" }
        let read = try runner.rows(
            """
            SELECT STRAIGHT_JOIN \(Invoice.columns), COALESCE(d.buyer_name, c.name) AS client_name,
                \(OwedBack.amountSQL) AS owed_cents, found.place
            FROM (SELECT id, place FROM (\(found)) parts \(order) LIMIT \(limit + 1)) found
            JOIN invoices i ON i.id = found.id
            JOIN clients c ON c.id = i.client_id
            LEFT JOIN issued_invoices d ON d.invoice_id = i.id
            \(order)
            """
        ).map { row in
            let summary = InvoiceSummary(
                invoice: try Invoice(row),
                clientName: try row["client_name"],
                owedBack: try row["owed_cents"]
            )
            return (row: summary, key: try walk.key(row), id: summary.invoice.id)
        }
        return ListPage(read, from: place, limit: limit)
    }

    private func parts(_ walk: InvoiceWalk, of companyID: Int64) throws -> [InvoicePart] {
        let folders = walk.selection.folder.parts
        let client = walk.selection.clientID
        if let text = walk.selection.search {
            let found = try InvoiceSearch(text, of: companyID, self).parts(folders)
            guard let client else { return found }
            return found.map { InvoicePart(table: $0.table, condition: "\($0.condition) AND i.client_id = \(client)") }
        }
        if let client { return folders.map { .ofClient(client, in: $0) } }
        return folders.map { InvoicePart(table: walk.table, condition: "i.folder = \($0)") }
    }
}

/// A part of a list that one index has in the list's order.
struct InvoicePart {
    /// The table, with its index.
    let table: SQL
    /// What its rows have in common.
    let condition: SQL

    /// A client's invoices in a folder.
    static func ofClient(_ id: Int64, in folder: SQL) -> InvoicePart {
        InvoicePart(
            table: "invoices i FORCE INDEX (clients_invoices_by_folder)",
            condition: "i.folder = \(folder) AND i.client_id = \(id)"
        )
    }
}
