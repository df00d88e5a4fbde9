import Accounting
import Invoicing
import MariaDB

/// Lines of drafts, issued invoices and credit notes: three tables with the same columns.
extension InvoiceLine {
    static let columns: SQL = """
        designation, quantity_ten_thousandths, unit, price_millionths, vat_rate, exemption, discount
        """

    /// The values of ``columns``.
    var values: SQL {
        """
        \(designation), \(quantity.tenThousandths), \(unit), \(unitPrice.millionths), \(vat.storedRate),
        \(vat.storedExemption), \(discount?.hundredthsOfPercent)
        """
    }

    init(_ row: Row) throws {
        self.init(
            designation: try row["designation"],
            quantity: Quantity(tenThousandths: try row["quantity_ten_thousandths"]),
            unit: try row["unit"],
            unitPrice: UnitPrice(millionths: try row["price_millionths"]),
            vat: try VAT(row),
            discount: try Discount(stored: try row["discount"])
        )
    }
}

extension Totals.VATLine {
    static let columns: SQL = "vat_rate, exemption, base_cents, tax_cents"

    /// The values of ``columns``.
    var values: SQL { "\(vat.storedRate), \(vat.storedExemption), \(base), \(tax)" }

    init(_ row: Row) throws {
        self.init(vat: try VAT(row), base: try row["base_cents"], tax: try row["tax_cents"])
    }
}

extension VAT {
    /// Reads the columns `vat_rate` and `exemption`.
    init(_ row: Row) throws {
        let (rate, exemption): (Int64?, String?) = (try row["vat_rate"], try row["exemption"])
        switch (rate, exemption) {
        case (nil, nil): self = .franchise
        case (let rate?, nil):
            guard let known = VATRate(rawValue: rate) else { throw UnreadableRecord("a VAT rate of \(rate)") }
            self = .rate(known)
        case (nil, let word?):
            guard let known = VATExemption(rawValue: word) else { throw UnreadableRecord("an exemption named \(word)") }
            self = .exempt(known)
        case (_?, _?): throw UnreadableRecord("a VAT rate beside an exemption")
        }
    }

    /// The rate in hundredths of a percent; nil when none is charged.
    var storedRate: Int64? {
        if case .rate(let rate) = self { rate.rawValue } else { nil }
    }

    var storedExemption: String? {
        if case .exempt(let exemption) = self { exemption.rawValue } else { nil }
    }
}

extension Discount {
    fileprivate init?(stored: Int64?) throws {
        guard let stored else { return nil }
        guard let discount = Discount(hundredthsOfPercent: stored) else {
            throw UnreadableRecord("a discount of \(stored) hundredths of a percent")
        }
        self = discount
    }
}
