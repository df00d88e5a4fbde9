public import Accounting
public import Invoicing
import MariaDB

/// What a draft says, as it was last saved.
public struct SavedDraft: Sendable, Equatable {
    /// The client.
    public let clientID: Int64
    /// « Objet ».
    public let subject: String
    /// The lines, in their order.
    public let lines: [InvoiceLine]
    /// The day the supply was completed, when it is not the day of issue.
    public let suppliedOn: Day?
    /// How many days after issue the client has to pay.
    public let paymentTermDays: Int

    /// What a draft says.
    public init(clientID: Int64, subject: String, lines: [InvoiceLine], suppliedOn: Day?, paymentTermDays: Int) {
        self.clientID = clientID
        self.subject = subject
        self.lines = lines
        self.suppliedOn = suppliedOn
        self.paymentTermDays = paymentTermDays
    }
}

extension StoreReader {
    /// What a draft says; nil when this company has no draft with this id.
    public func draft(_ id: Int64, of companyID: Int64) throws -> SavedDraft? {
        let head = try runner.row(
            """
            SELECT client_id, subject, supplied_on, payment_term_days
            FROM invoices WHERE id = \(id) AND company_id = \(companyID) AND state = 'draft'
            """
        )
        guard let head else { return nil }
        let lines = try runner.rows(
            """
            SELECT designation, quantity_ten_thousandths, unit, price_millionths, vat_rate
            FROM draft_lines WHERE invoice_id = \(id) ORDER BY position
            """
        )
        return SavedDraft(
            clientID: try head["client_id"],
            subject: try head["subject"],
            lines: try lines.map(InvoiceLine.init),
            suppliedOn: try head["supplied_on"],
            paymentTermDays: try head["payment_term_days"]
        )
    }
}

extension StoreWriter {
    /// Adds a draft.
    public func addDraft(_ draft: SavedDraft, of companyID: Int64, at now: Instant) throws -> Int64 {
        let id = try transaction.execute(
            """
            INSERT INTO invoices (company_id, client_id, subject, supplied_on, payment_term_days, total_cents,
                created_at, updated_at)
            VALUES (\(companyID), \(draft.clientID), \(draft.subject), \(draft.suppliedOn), \(draft.paymentTermDays),
                \(Totals(of: draft.lines).gross), \(now), \(now))
            """
        ).lastInsertID
        try addLines(draft.lines, to: id)
        return id
    }

    /// Replaces what a draft says; the caller holds its lock.
    public func replaceDraft(_ id: Int64, with draft: SavedDraft, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE invoices SET client_id = \(draft.clientID), subject = \(draft.subject),
                supplied_on = \(draft.suppliedOn), payment_term_days = \(draft.paymentTermDays),
                total_cents = \(Totals(of: draft.lines).gross), updated_at = \(now)
            WHERE id = \(id)
            """
        )
        try transaction.execute("DELETE FROM draft_lines WHERE invoice_id = \(id)")
        try addLines(draft.lines, to: id)
    }

    /// Removes a draft and its lines; the caller holds its lock.
    public func removeDraft(_ id: Int64) throws {
        try transaction.execute("DELETE FROM draft_lines WHERE invoice_id = \(id)")
        try transaction.execute("DELETE FROM invoices WHERE id = \(id)")
    }

    private func addLines(_ lines: [InvoiceLine], to id: Int64) throws {
        for (position, line) in lines.enumerated() {
            try transaction.execute(
                """
                INSERT INTO draft_lines
                    (invoice_id, position, designation, quantity_ten_thousandths, unit, price_millionths, vat_rate)
                VALUES (\(id), \(position), \(line.designation), \(line.quantity.tenThousandths), \(line.unit),
                    \(line.unitPrice.millionths), \(line.vat.storedRate))
                """
            )
        }
    }
}

extension InvoiceLine {
    init(_ row: Row) throws {
        self.init(
            designation: try row["designation"],
            quantity: Quantity(tenThousandths: try row["quantity_ten_thousandths"]),
            unit: try row["unit"],
            unitPrice: UnitPrice(millionths: try row["price_millionths"]),
            vat: try VAT(storedRate: try row["vat_rate"])
        )
    }
}

extension VAT {
    init(storedRate: Int64?) throws {
        guard let storedRate else {
            self = .franchise
            return
        }
        guard let rate = VATRate(rawValue: storedRate) else { throw UnreadableRecord("a VAT rate of \(storedRate)") }
        self = .rate(rate)
    }

    /// The rate in hundredths of a percent; nil under the franchise.
    var storedRate: Int64? {
        switch self {
        case .franchise: nil
        case .rate(let rate): rate.rawValue
        }
    }
}
