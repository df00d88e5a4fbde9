import MariaDB

/// A table of what a company has here, to be taken away whole.
public enum CompanyTable: String, Sendable, CaseIterable {
    /// The company itself.
    case company = "entreprise"
    /// Its clients as they stand today.
    case clients = "clients"
    /// Its invoices and drafts.
    case invoices = "factures"
    /// What its invoices said when they were issued.
    case issuedInvoices = "factures-emises"
    /// The lines of issued invoices.
    case issuedLines = "lignes-emises"
    /// The VAT of issued invoices.
    case issuedVAT = "tva-emise"
    /// The deposits that issued invoices take off.
    case issuedDeposits = "acomptes-deduits"
    /// The lines of drafts.
    case draftLines = "lignes-de-brouillons"
    /// Credit notes.
    case creditNotes = "avoirs"
    /// The lines of credit notes.
    case creditedLines = "lignes-d-avoirs"
    /// Payments and what undoes them.
    case payments = "paiements"
    /// Money that waits, or waited, for a decision.
    case quarantinedPayments = "paiements-a-verifier"
    /// Refunds and disputes.
    case reversals = "remboursements-et-litiges"
    /// The register of receipts.
    case register = "registre"
    /// What the freelancer was told.
    case notifications = "notifications"
    /// The links that clients open.
    case links = "liens"
    /// Mails with an invoice.
    case sendings = "envois"

    /// What it is read from, as `t`, with whose it is and the two columns that it is ordered by.
    fileprivate var source: (from: SQL, owner: SQL, first: SQL, second: SQL) {
        let byID: (SQL) -> (SQL, SQL, SQL, SQL) = { ($0, "t.company_id", "t.id", "0") }
        let ofInvoice: (SQL, SQL) -> (SQL, SQL, SQL, SQL) = { table, second in
            ("invoices i JOIN \(table) ON t.invoice_id = i.id", "i.company_id", "i.id", second)
        }
        let ofCreditNote: (SQL) -> (SQL, SQL, SQL, SQL) = { table in
            ("credit_notes c JOIN \(table) ON t.credit_note_id = c.id", "c.company_id", "c.id", "t.position")
        }
        return switch self {
        case .company: ("companies t", "t.id", "t.id", "0")
        case .clients: byID("clients t")
        case .invoices: byID("invoices t")
        case .issuedInvoices: ofInvoice("issued_invoices t", "0")
        case .issuedLines: ofInvoice("issued_lines t", "t.position")
        case .issuedVAT: ofInvoice("issued_vat t", "t.position")
        case .issuedDeposits: ofInvoice("issued_deposits t", "t.deposit_id")
        case .draftLines: ofInvoice("draft_lines t", "t.position")
        case .creditNotes: byID("credit_notes t")
        case .creditedLines: ofCreditNote("credited_lines t")
        case .payments: byID("payments t")
        case .quarantinedPayments: byID("quarantined_payments t")
        case .reversals: byID("reversals t")
        case .register: ("register_lines t", "t.company_id", "t.sequence", "0")
        case .notifications: byID("notifications t")
        case .links: ofInvoice("view_links t", "CONV(HEX(SUBSTRING(t.token_hash, 1, 7)), 16, 10) + 0")
        case .sendings: byID("sendings t")
        }
    }
}

/// A row of a table that is taken away, with what its columns hold.
public struct CompanyRow: Sendable, Equatable {
    /// What a column may hold.
    public enum Value: Sendable, Equatable {
        /// Nothing.
        case null
        /// A whole number.
        case integer(Int64)
        /// A text, a day or a moment.
        case text(String)
        /// Bytes.
        case bytes([UInt8])
    }

    /// The columns in their order.
    public let fields: [(name: String, value: Value)]
    /// Where it stands in its table.
    public let place: Place

    /// Where a row stands in its table.
    public struct Place: Sendable, Equatable {
        let first: Int64
        let second: Int64
    }

    /// Rows are equal when their fields are.
    public static func == (left: CompanyRow, right: CompanyRow) -> Bool {
        left.place == right.place && left.fields.elementsEqual(right.fields) { $0 == $1 }
    }
}

extension StoreReader {
    /// Rows of a company's table, in their order.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - companyID: whose rows.
    ///   - place: the row after which to begin; nil for the first.
    ///   - limit: how many rows at most.
    /// - Returns: the rows.
    /// - Throws: the database's error.
    public func rows(
        _ table: CompanyTable,
        of companyID: Int64,
        after place: CompanyRow.Place?,
        limit: Int
    ) throws -> [CompanyRow] {
        let source = table.source
        var condition: SQL = "\(source.owner) = \(companyID)"
        if let place {
            condition = """
                \(condition) AND \(source.first) >= \(place.first)
                AND (\(source.first) > \(place.first) OR \(source.second) > \(place.second))
                """
        }
        return try runner.rows(
            """
            SELECT t.*, \(source.first) AS place_first, CAST(\(source.second) AS SIGNED) AS place_second
            FROM \(source.from) WHERE \(condition) ORDER BY place_first, place_second LIMIT \(limit)
            """
        ).map(CompanyRow.init)
    }
}

extension CompanyRow {
    fileprivate init(_ row: Row) throws {
        place = Place(first: try row["place_first"], second: try row["place_second"])
        fields = row.fields.filter { !$0.name.hasPrefix("place_") }.map { ($0.name, Value($0.value)) }
    }
}

extension CompanyRow.Value {
    fileprivate init(_ value: SQLValue) {
        switch value {
        case .null: self = .null
        case .integer(let integer): self = .integer(integer)
        case .text(let text): self = .text(text)
        case .bytes(let bytes): self = .bytes(bytes)
        }
    }
}
