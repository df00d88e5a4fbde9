public import Invoicing

extension ErasureRefusal {
    /// The sentence for the seller.
    public var french: String {
        switch self {
        case .awaitsPayment(1):
            "Une facture de ce client attend encore son règlement\u{A0}: encaissez-la ou annulez-la par un avoir d’abord."
        case .awaitsPayment(let count):
            "\(count) factures de ce client attendent encore leur règlement\u{A0}: encaissez-les ou annulez-les d’abord."
        case .alreadyErased: "Ce client est déjà effacé."
        }
    }
}
