public import Accounting

/// One line of an invoice: a precise designation, a quantity and a price (CGI annexe II article 242 nonies A I-8°).
public struct InvoiceLine: Sendable, Equatable {
    /// What was sold.
    public let designation: String
    /// How much of it.
    public let quantity: Quantity
    /// In what unit ("heure", "jour", "forfait"…); may be empty.
    public let unit: String
    /// The price of one unit, before VAT.
    public let unitPrice: UnitPrice
    /// How VAT applies.
    public let vat: VAT

    /// A line.
    public init(designation: String, quantity: Quantity, unit: String, unitPrice: UnitPrice, vat: VAT) {
        self.designation = designation
        self.quantity = quantity
        self.unit = unit
        self.unitPrice = unitPrice
        self.vat = vat
    }

    /// The amount of the line before VAT, rounded to the cent (EN 16931 BT-131).
    public var net: Cents { unitPrice.times(quantity) }
}

extension Totals {
    /// The totals of these lines.
    public init(of lines: [InvoiceLine]) {
        self.init(lines: lines.map { ($0.net, $0.vat) })
    }
}
