public import Accounting
public import Invoicing
import MariaDB

extension StoreReader {
    /// An invoice as it was issued; nil when it was not.
    public func issuedInvoice(_ id: Int64) throws -> IssuedInvoice? {
        let row = try runner.row(
            "SELECT \(IssuedInvoice.columns) FROM issued_invoices d WHERE d.invoice_id = \(id)"
        )
        return try row.map { try issuedInvoice(id, $0) }
    }

    /// Completes an issued invoice, whose row was read already, with its lines.
    func issuedInvoice(_ id: Int64, _ row: Row) throws -> IssuedInvoice {
        let lines = try runner.rows(
            "SELECT \(InvoiceLine.columns) FROM issued_lines WHERE invoice_id = \(id) ORDER BY position"
        ).map(InvoiceLine.init)
        let net: Cents = try row["net_cents"]
        let isPlain = lines.allSatisfy { $0.vat == .franchise }
        let breakdown =
            isPlain ? [Totals.VATLine(vat: .franchise, base: net, tax: .zero)] : try vatLines(of: id)
        let prepaid: Cents = try row["prepaid_cents"]
        return IssuedInvoice(
            number: try InvoiceNumber(row),
            issuedOn: try row["issued_on"],
            dueOn: try row["due_on"],
            suppliedOn: try row["supplied_on"],
            seller: try Seller(row, prefix: "seller_"),
            buyer: try Buyer(row, prefix: "buyer_"),
            subject: try row["subject"],
            lines: lines,
            totals: Totals(net: net, tax: try row["tax_cents"], breakdown: breakdown),
            mentions: (try row["mentions"] as String).split(separator: "\n").map(String.init),
            kind: try row["kind"],
            purchaseOrder: try row["purchase_order"],
            deposits: prepaid == .zero ? [] : try deposits(of: id)
        )
    }

    private func vatLines(of id: Int64) throws -> [Totals.VATLine] {
        try runner.rows(
            "SELECT \(Totals.VATLine.columns) FROM issued_vat WHERE invoice_id = \(id) ORDER BY position"
        ).map(Totals.VATLine.init)
    }
}

extension StoreWriter {
    /// Freezes an invoice: what it says is written down for ever, and its living row takes its number and state.
    ///
    /// - Parameters:
    ///   - invoice: the draft, whose lock the caller holds.
    ///   - issued: what it says.
    ///   - depositIDs: the invoices of the deposits it takes off.
    ///   - logo: the seller's logo.
    ///   - state: where it stands now.
    ///   - offersOnlinePayment: whether the client may pay online.
    ///   - now: the moment.
    /// - Throws: the database's error.
    public func freeze(
        _ invoice: Invoice,
        as issued: IssuedInvoice,
        depositIDs: [Int64],
        logo: Fingerprint?,
        state: InvoiceState,
        offersOnlinePayment: Bool,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            UPDATE invoices SET state = \(state.word), number = \(issued.number.text),
                issued_on = \(issued.issuedOn), due_on = \(issued.dueOn), total_cents = \(issued.payable),
                online_payment = \(offersOnlinePayment), updated_at = \(now)
            WHERE id = \(invoice.id)
            """
        )
        try addDocument(issued, logo, id: invoice.id, companyID: invoice.companyID, at: now)
        try addLines(of: issued, id: invoice.id)
        for (depositID, deposit) in zip(depositIDs, issued.deposits) {
            try transaction.execute(
                """
                INSERT INTO issued_deposits (invoice_id, deposit_id, amount_cents)
                VALUES (\(invoice.id), \(depositID), \(deposit.amount))
                """
            )
        }
        try removeLines(of: invoice.id)
    }

    private func addDocument(
        _ issued: IssuedInvoice,
        _ logo: Fingerprint?,
        id: Int64,
        companyID: Int64,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            INSERT INTO issued_invoices (invoice_id, company_id, series, year, sequence, kind, issued_on, due_on,
                supplied_on, subject, purchase_order,
                \(FrozenParties.columns),
                net_cents, tax_cents, gross_cents, mentions, issued_at)
            VALUES (\(id), \(companyID), \(issued.number.series.rawValue), \(issued.number.year),
                \(issued.number.sequence), \(issued.kind), \(issued.issuedOn), \(issued.dueOn), \(issued.suppliedOn),
                \(issued.subject), \(issued.purchaseOrder),
                \(FrozenParties.values(issued.seller, logo: logo, issued.buyer)),
                \(issued.totals.net), \(issued.totals.tax), \(issued.totals.gross),
                \(issued.mentions.joined(separator: "\n")), \(now))
            """
        )
    }

    private func addLines(of issued: IssuedInvoice, id: Int64) throws {
        for (position, line) in issued.lines.enumerated() {
            try transaction.execute(
                """
                INSERT INTO issued_lines (invoice_id, position, \(InvoiceLine.columns), net_cents)
                VALUES (\(id), \(position), \(line.values), \(line.net))
                """
            )
        }
        for (position, line) in issued.totals.breakdown.enumerated() {
            try transaction.execute(
                """
                INSERT INTO issued_vat (invoice_id, position, \(Totals.VATLine.columns))
                VALUES (\(id), \(position), \(line.values))
                """
            )
        }
    }
}

extension IssuedInvoice {
    static let columns: SQL = """
        d.series, d.year, d.sequence, d.kind, d.issued_on, d.due_on, d.supplied_on, d.subject, d.purchase_order,
        d.seller_siret, d.seller_email, d.seller_phone, d.seller_registration, d.seller_insurance, d.seller_mediator,
        d.seller_vat_on_debits, d.seller_logo, d.seller_name,
        d.seller_trade_name, d.seller_street, d.seller_postal_code, d.seller_city, d.seller_country, d.seller_siren,
        d.seller_vat_number, d.seller_under_franchise, d.seller_activity, d.seller_iban, d.seller_bic, d.buyer_kind,
        d.buyer_name, d.buyer_street, d.buyer_postal_code, d.buyer_city, d.buyer_country, d.buyer_siren,
        d.buyer_vat_number, d.buyer_email, d.net_cents, d.tax_cents, d.mentions,
        (SELECT CAST(COALESCE(SUM(o.amount_cents), 0) AS SIGNED) FROM issued_deposits o
            WHERE o.invoice_id = d.invoice_id) AS prepaid_cents
        """
}

extension InvoiceNumber {
    /// Reads a number from the columns `series`, `year` and `sequence`.
    init(_ row: Row) throws {
        let letter: String = try row["series"]
        guard let series = Series(rawValue: letter) else { throw UnreadableRecord("a series named \(letter)") }
        self.init(series: series, year: try row["year"], sequence: try row["sequence"])
    }
}
