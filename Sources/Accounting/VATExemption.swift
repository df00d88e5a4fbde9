/// Why a line of a seller who does charge VAT bears none.
public enum VATExemption: String, Sendable, Hashable, CaseIterable {
    /// A service to a business elsewhere in the European Union, which owes the tax (CGI articles 259-1° and 283-2).
    case servicesInUnion = "services_in_union"
    /// Building work for a contractor, who owes the tax (CGI article 283-2 nonies).
    case buildingSubcontract = "building_subcontract"
    /// Goods delivered to a business elsewhere in the European Union (CGI article 262 ter I).
    case goodsInUnion = "goods_in_union"
    /// Goods delivered, or services tied to them, outside the European Union (CGI article 262 I).
    case export
    /// Teaching and vocational training (CGI article 261-4-4°).
    case training
    /// Care given by health professionals (CGI article 261-4-1°).
    case healthCare = "health_care"
    /// A « débours »: an expense paid in the client's name and on their account, which they repay to the cent
    /// (CGI article 267 II 2°; BOI-TVA-BASE-10-10-30). It is outside the base of VAT, and no turnover.
    case disbursement

    /// True when the client owes the tax: « Autoliquidation » (CGI annexe II article 242 nonies A I-13°).
    public var isReverseCharge: Bool { self == .servicesInUnion || self == .buildingSubcontract }

    /// True when the numbers of both parties must stand on the invoice (CGI annexe II article 242 nonies A I-3° and 4°).
    public var needsBothVATNumbers: Bool { isReverseCharge || self == .goodsInUnion }
}
