public import Invoicing

extension ErasureRefusal {
    /// The sentence for the seller.
    public var french: String {
        switch self {
        case .awaitsPayment(1):
            "Une facture de ce client attend encore son règlement\u{A0}: encaissez-la ou annulez-la par un avoir d’abord."
        case .awaitsPayment(let count):
            "\(count) factures de ce client attendent encore leur règlement\u{A0}: encaissez-les ou annulez-les d’abord."
        case .awaitsAnswer(1):
            "Un devis envoyé à ce client peut encore être accepté\u{A0}: notez la réponse, ou attendez la fin de sa validité."
        case .awaitsAnswer(let count):
            "\(count) devis envoyés à ce client peuvent encore être acceptés\u{A0}: notez les réponses, ou attendez la fin de "
                + "leur validité."
        case .alreadyErased: "Ce client est déjà effacé."
        }
    }
}
