import MariaDB

/// A table for people: rows of a company in the words and amounts that spreadsheets show.
public struct ArchivedSheet: Sendable {
    /// Its name, of plain ASCII.
    public let name: String
    /// Its columns, each with what it shows.
    private let columns: KeyValuePairs<String, SQL>
    let walk: CompanyWalk
    let joined: SQL

    private init(_ name: String, _ walk: CompanyWalk, _ joined: SQL, _ columns: KeyValuePairs<String, SQL>) {
        self.name = name
        self.walk = walk
        self.joined = joined
        self.columns = columns
    }

    /// The names of its columns.
    public var columnNames: [String] { columns.map(\.key) }

    var selection: SQL { columns.map { "\($0.value) AS \(SQL(name: $0.key))" as SQL }.joined(by: ", ") }

    /// What a cell holds.
    public enum Value: Sendable, Equatable {
        /// Nothing.
        case null
        /// A whole number.
        case integer(Int64)
        /// A text, a day or a moment.
        case text(String)
    }

    /// Every sheet of an archive; the register has its own.
    public static let all = [clients, articles, invoices, lines, creditNotes, payments, quotes]

    private static let clients = ArchivedSheet(
        "clients",
        CompanyWalk("clients"),
        "",
        [
            "name": "p.name", "kind": "p.kind", "street": "p.street", "postal_code": "p.postal_code", "city": "p.city",
            "country": "p.country", "siren": "p.siren", "siret": "p.siret", "vat_number": "p.vat_number",
            "email": "p.email", "phone": "p.phone", "notes": "p.notes", "is_archived": "p.is_archived",
        ]
    )

    private static let articles = ArchivedSheet(
        "articles",
        CompanyWalk("articles"),
        "",
        [
            "designation": "p.designation", "unit": "p.unit", "price_millionths": "p.price_millionths",
            "vat_rate": "p.vat_rate", "is_archived": "p.is_archived",
        ]
    )

    private static let invoices = ArchivedSheet(
        "factures",
        .invoices,
        """
        JOIN issued_invoices d ON d.invoice_id = p.id
        LEFT JOIN issued_vat o ON o.invoice_id = p.id AND o.exemption = 'disbursement'
        """,
        [
            "number": "p.number", "state": "p.state", "issued_on": "d.issued_on", "due_on": "d.due_on",
            "client": "d.buyer_name", "subject": "d.subject", "net_cents": "d.net_cents - COALESCE(o.base_cents, 0)",
            "tax_cents": "d.tax_cents",
            "disbursed_cents": "COALESCE(o.base_cents, 0)",
            "gross_cents": "d.gross_cents", "waived_cents": "IF(p.state = 'cancelled', p.total_cents, p.waived_cents)",
            "paid_cents": "p.paid_cents", "paid_on": "p.paid_on", "means": "p.means",
        ]
    )

    private static let lines = ArchivedSheet(
        "lignes-de-factures",
        .invoices,
        "JOIN issued_lines t ON t.invoice_id = p.id",
        [
            "number": "p.number", "position": "t.position + 1", "designation": "t.designation",
            "quantity_ten_thousandths": "t.quantity_ten_thousandths", "unit": "t.unit",
            "price_millionths": "t.price_millionths", "vat_rate": "t.vat_rate",
            "is_disbursement": "IF(t.exemption <=> 'disbursement', 1, 0)", "discount": "t.discount",
            "net_cents": "t.net_cents",
        ]
    )

    private static let creditNotes = ArchivedSheet(
        "avoirs",
        .creditNotes,
        "JOIN invoices i ON i.id = p.invoice_id JOIN issued_invoices d ON d.invoice_id = p.invoice_id",
        [
            "number": "CONCAT(p.series, '-', p.year, '-', LPAD(p.sequence, GREATEST(4, LENGTH(p.sequence)), '0'))",
            "issued_on": "p.issued_on", "invoice": "i.number", "client": "d.buyer_name",
            "amount_cents": "p.amount_cents", "reason": "p.reason",
        ]
    )

    private static let payments = ArchivedSheet(
        "paiements",
        CompanyWalk("payments"),
        "JOIN invoices i ON i.id = p.invoice_id JOIN issued_invoices d ON d.invoice_id = p.invoice_id",
        [
            "received_on": "p.received_on", "invoice": "i.number", "client": "d.buyer_name",
            "amount_cents": "p.amount_cents", "means": "p.means", "note": "p.note", "reference": "p.reference",
            "platform_fee_cents": "p.platform_fee_cents", "stripe_fee_cents": "p.stripe_fee_cents",
        ]
    )

    private static let quotes = ArchivedSheet(
        "devis",
        .quotes,
        "JOIN clients c ON c.id = p.client_id",
        [
            "number": "p.number", "state": "p.state", "sent_on": "p.sent_on", "valid_until": "p.valid_until",
            "client": "c.name", "subject": "p.subject", "total_cents": "p.total_cents",
        ]
    )
}

extension StoreReader {
    /// A few rows of a sheet, in the order of its columns; nil after the last.
    ///
    /// - Parameters:
    ///   - sheet: the sheet.
    ///   - companyID: whose rows.
    ///   - step: the step taken before, which becomes the one taken now.
    /// - Returns: the rows.
    /// - Throws: the database's error.
    public func sheetRows(
        _ sheet: ArchivedSheet,
        of companyID: Int64,
        _ step: inout CompanyStep?
    ) throws -> [[ArchivedSheet.Value]]? {
        guard let next = try self.step(sheet.walk, of: companyID, after: step) else { return nil }
        step = next
        return try rows(sheet.selection, sheet.walk, sheet.joined, of: companyID, next).map { row in
            try sheet.columnNames.map { ArchivedSheet.Value(try row[$0]) }
        }
    }
}

extension ArchivedSheet.Value {
    fileprivate init(_ value: SQLValue) {
        switch value {
        case .null: self = .null
        case .integer(let integer): self = .integer(integer)
        case .text(let text): self = .text(text)
        case .bytes: preconditionFailure("A sheet shows no bytes.")
        }
    }
}
