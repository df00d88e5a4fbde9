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
    /// What is taken off, shown apart (CGI annexe II article 242 nonies A I-9°).
    public let discount: Discount?

    /// A line.
    public init(
        designation: String,
        quantity: Quantity,
        unit: String,
        unitPrice: UnitPrice,
        vat: VAT,
        discount: Discount? = nil
    ) {
        self.designation = designation
        self.quantity = quantity
        self.unit = unit
        self.unitPrice = unitPrice
        self.vat = vat
        self.discount = discount
    }

    /// True for a « débours », whose price is what was paid, taxes included (CGI article 267 II 2°).
    public var isDisbursement: Bool { vat == .exempt(.disbursement) }

    /// Quantity times price, rounded to the cent: before discount and VAT.
    public var beforeDiscount: Cents { unitPrice.times(quantity) }

    /// What the discount takes off (EN 16931 BT-136).
    public var discounted: Cents { discount?.off(beforeDiscount) ?? .zero }

    /// The amount of the line before VAT, rounded to the cent (EN 16931 BT-131).
    public var net: Cents { beforeDiscount - discounted }

    /// The same line for another quantity.
    public func with(quantity: Quantity) -> InvoiceLine {
        InvoiceLine(
            designation: designation,
            quantity: quantity,
            unit: unit,
            unitPrice: unitPrice,
            vat: vat,
            discount: discount
        )
    }

    /// The same line with another VAT.
    public func with(vat: VAT) -> InvoiceLine {
        InvoiceLine(
            designation: designation,
            quantity: quantity,
            unit: unit,
            unitPrice: unitPrice,
            vat: vat,
            discount: discount
        )
    }
}

extension Totals {
    /// The totals of these lines.
    public init(of lines: [InvoiceLine]) {
        self.init(lines: lines.map { ($0.net, $0.vat) })
    }
}
