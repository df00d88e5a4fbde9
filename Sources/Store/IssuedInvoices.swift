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
            """
            SELECT designation, quantity_ten_thousandths, unit, price_millionths, vat_rate
            FROM issued_lines WHERE invoice_id = \(id) ORDER BY position
            """
        ).map(InvoiceLine.init)
        let seller = try Seller(row, prefix: "seller_")
        let net: Cents = try row["net_cents"]
        let breakdown =
            seller.isUnderFranchise
            ? [Totals.VATLine(vat: .franchise, base: net, tax: .zero)] : try vatLines(of: id)
        return IssuedInvoice(
            number: try InvoiceNumber(row),
            issuedOn: try row["issued_on"],
            dueOn: try row["due_on"],
            suppliedOn: try row["supplied_on"],
            seller: seller,
            buyer: try Buyer(row, prefix: "buyer_"),
            subject: try row["subject"],
            lines: lines,
            totals: Totals(net: net, tax: try row["tax_cents"], breakdown: breakdown),
            mentions: (try row["mentions"] as String).split(separator: "\n").map(String.init)
        )
    }

    private func vatLines(of id: Int64) throws -> [Totals.VATLine] {
        try runner.rows(
            "SELECT vat_rate, base_cents, tax_cents FROM issued_vat WHERE invoice_id = \(id) ORDER BY position"
        ).map { row in
            Totals.VATLine(
                vat: try VAT(storedRate: try row["vat_rate"]),
                base: try row["base_cents"],
                tax: try row["tax_cents"]
            )
        }
    }
}

extension StoreWriter {
    /// Freezes an invoice: what it says is written down for ever, and its living row takes its number and state.
    public func freeze(
        _ invoice: Invoice,
        as issued: IssuedInvoice,
        state: InvoiceState,
        offersOnlinePayment: Bool,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            UPDATE invoices SET state = \(state.word), number = \(issued.number.text), due_on = \(issued.dueOn),
                total_cents = \(issued.totals.gross), online_payment = \(offersOnlinePayment), updated_at = \(now)
            WHERE id = \(invoice.id)
            """
        )
        try addDocument(issued, id: invoice.id, companyID: invoice.companyID, at: now)
        try addLines(of: issued, id: invoice.id)
        try transaction.execute("DELETE FROM draft_lines WHERE invoice_id = \(invoice.id)")
    }

    private func addDocument(_ issued: IssuedInvoice, id: Int64, companyID: Int64, at now: Instant) throws {
        let (seller, buyer) = (issued.seller, issued.buyer)
        try transaction.execute(
            """
            INSERT INTO issued_invoices (invoice_id, company_id, series, year, sequence, issued_on, due_on, supplied_on,
                subject,
                seller_name, seller_trade_name, seller_street, seller_postal_code, seller_city, seller_country,
                seller_siren, seller_vat_number, seller_under_franchise, seller_activity, seller_iban, seller_bic,
                buyer_kind, buyer_name, buyer_street, buyer_postal_code, buyer_city, buyer_country, buyer_siren,
                buyer_vat_number, buyer_email,
                net_cents, tax_cents, gross_cents, mentions, issued_at)
            VALUES (\(id), \(companyID), \(issued.number.series.rawValue), \(issued.number.year),
                \(issued.number.sequence), \(issued.issuedOn), \(issued.dueOn), \(issued.suppliedOn), \(issued.subject),
                \(seller.name), \(seller.tradeName), \(seller.address.street), \(seller.address.postalCode),
                \(seller.address.city), \(seller.address.country), \(seller.siren.digits), \(seller.vatNumber),
                \(seller.isUnderFranchise), \(seller.activity), \(seller.bank?.iban.compact),
                \(seller.bank?.bic?.code),
                \(buyer.kind), \(buyer.name), \(buyer.address.street), \(buyer.address.postalCode),
                \(buyer.address.city), \(buyer.address.country), \(buyer.siren?.digits), \(buyer.vatNumber),
                \(buyer.email),
                \(issued.totals.net), \(issued.totals.tax), \(issued.totals.gross),
                \(issued.mentions.joined(separator: "\n")), \(now))
            """
        )
    }

    private func addLines(of issued: IssuedInvoice, id: Int64) throws {
        for (position, line) in issued.lines.enumerated() {
            try transaction.execute(
                """
                INSERT INTO issued_lines (invoice_id, position, designation, quantity_ten_thousandths, unit,
                    price_millionths, vat_rate, net_cents)
                VALUES (\(id), \(position), \(line.designation), \(line.quantity.tenThousandths), \(line.unit),
                    \(line.unitPrice.millionths), \(line.vat.storedRate), \(line.net))
                """
            )
        }
        for (position, line) in issued.totals.breakdown.enumerated() {
            try transaction.execute(
                """
                INSERT INTO issued_vat (invoice_id, position, vat_rate, base_cents, tax_cents)
                VALUES (\(id), \(position), \(line.vat.storedRate), \(line.base), \(line.tax))
                """
            )
        }
    }
}

extension IssuedInvoice {
    static let columns: SQL = """
        d.series, d.year, d.sequence, d.issued_on, d.due_on, d.supplied_on, d.subject, d.seller_name,
        d.seller_trade_name, d.seller_street, d.seller_postal_code, d.seller_city, d.seller_country, d.seller_siren,
        d.seller_vat_number, d.seller_under_franchise, d.seller_activity, d.seller_iban, d.seller_bic, d.buyer_kind,
        d.buyer_name, d.buyer_street, d.buyer_postal_code, d.buyer_city, d.buyer_country, d.buyer_siren,
        d.buyer_vat_number, d.buyer_email, d.net_cents, d.tax_cents, d.mentions
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
