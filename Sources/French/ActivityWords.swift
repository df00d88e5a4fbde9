public import Accounting

extension Activity {
    /// The category as the register of receipts names it.
    public var french: String {
        switch self {
        case .sale: "BIC – vente"
        case .service: "BIC – service"
        case .liberal: "BNC"
        }
    }
}
