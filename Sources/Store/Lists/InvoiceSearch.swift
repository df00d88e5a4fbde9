import Accounting
import Invoicing
import MariaDB

/// What a text may mean to whoever searches among invoices.
struct InvoiceSearch {
    /// The numbers it may be: "F-2026-0012", "2026-12", or "12" in any year.
    let numbers: [String]
    /// The amount it may be.
    let amount: Cents?
    /// The clients whose name contains it.
    let clientIDs: [Int64]

    /// As many clients as one search goes through.
    static let clientLimit = 12

    init(_ text: String, of companyID: Int64, _ reader: StoreReader) throws {
        numbers = try Self.numbers(text, of: companyID, reader)
        amount = Cents(euros: text.replacing("€", with: ""))
        clientIDs = try reader.clientIDs(named: text, of: companyID, limit: Self.clientLimit)
    }

    /// Where invoices of a folder's parts are found, each time by an index.
    func parts(_ folders: [SQL]) -> [InvoicePart] {
        let byNumber: [InvoicePart] =
            numbers.isEmpty
            ? []
            : [
                InvoicePart(
                    table: "invoices i FORCE INDEX (invoices_by_number)",
                    condition: "i.number IN (\(list(numbers.map { "\($0)" }))) AND i.folder IN (\(list(folders)))"
                )
            ]
        let others = folders.flatMap { folder in
            let byAmount = amount.map { amount in
                InvoicePart(
                    table: "invoices i FORCE INDEX (invoices_by_amount)",
                    condition: "i.folder = \(folder) AND i.total_cents = \(amount)"
                )
            }
            let byClient = clientIDs.map { InvoicePart.ofClient($0, in: folder) }
            return [byAmount].compactMap(\.self) + byClient
        }
        return byNumber + others
    }

    private func list(_ items: [SQL]) -> SQL {
        items.dropFirst().reduce(items.first ?? "NULL") { list, item in "\(list), \(item)" }
    }

    private static func numbers(_ text: String, of companyID: Int64, _ reader: StoreReader) throws -> [String] {
        var parts = text.uppercased().split(separator: "-").map(String.init)
        if parts.first == InvoiceNumber.Series.invoice.rawValue { parts.removeFirst() }
        guard (1...2).contains(parts.count), let last = parts.last, let sequence = Int64(last), sequence > 0 else {
            return []
        }
        let years = parts.count == 2 ? Int(parts[0]).map { [$0] } ?? [] : try reader.yearsWithInvoices(of: companyID)
        return years.map { InvoiceNumber(series: .invoice, year: $0, sequence: sequence).text }
    }
}

extension StoreReader {
    /// The clients of a company whose name contains a text, by name; letters with and without accents are alike.
    func clientIDs(named text: String, of companyID: Int64, limit: Int) throws -> [Int64] {
        try runner.rows(
            """
            SELECT id FROM clients WHERE company_id = \(companyID) AND LOCATE(\(text), name) > 0
            ORDER BY name, id LIMIT \(limit)
            """
        ).map { try $0["id"] }
    }

    /// The years in which a company has issued invoices.
    fileprivate func yearsWithInvoices(of companyID: Int64) throws -> [Int] {
        try runner.rows(
            """
            SELECT year FROM counters
            WHERE company_id = \(companyID) AND series = \(InvoiceNumber.Series.invoice.rawValue) ORDER BY year DESC
            """
        ).map { try $0["year"] }
    }
}
