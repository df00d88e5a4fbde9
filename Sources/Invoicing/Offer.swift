public import Accounting

/// What a seller offers again and again, for lines to begin with.
public struct Offer: Sendable, Equatable {
    /// What is sold.
    public let designation: String
    /// In what unit; may be empty.
    public let unit: String
    /// The price of one unit, before VAT.
    public let unitPrice: UnitPrice
    /// How VAT applies.
    public let vat: VAT

    /// An offer.
    public init(designation: String, unit: String, unitPrice: UnitPrice, vat: VAT) {
        self.designation = designation
        self.unit = unit
        self.unitPrice = unitPrice
        self.vat = vat
    }

    /// The longest designation, in characters.
    public static let maximumLength = 500
}
