public import Accounting

extension MeansOfPayment {
    /// How a freelancer calls it; the register writes ``MeansOfPayment/rawValue``.
    public var french: String {
        switch self {
        case .stripe: "Paiement en ligne"
        case .transfer: "Virement"
        case .cheque: "Chèque"
        case .cash: "Espèces"
        case .offlineCard: "Carte bancaire (terminal)"
        case .other: "Autre"
        }
    }
}
