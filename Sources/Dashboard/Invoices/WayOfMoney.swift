import Accounting
import French
import Invoicing
import Store
import Web

/// Which way money went that a freelancer writes down, and what its form says of it.
enum WayOfMoney {
    /// From the client: « Enregistrer un paiement ».
    case receipt
    /// Back to the client: « Enregistrer un remboursement ».
    case refund

    /// The last word of the form's address.
    var word: String { self == .receipt ? "encaisser" : "rembourser" }
    /// What it is called.
    var noun: String { self == .receipt ? "paiement" : "remboursement" }
    /// What is still to be done with the money.
    var verb: String { self == .receipt ? "payer" : "rembourser" }
    /// What was done with it.
    var participle: String { self == .receipt ? "reçu" : "rendu" }
    /// What the day of the form is.
    var dayLabel: String { self == .receipt ? "Reçu le" : "Rendu le" }
    /// What is said once it is written down.
    var done: Done { self == .receipt ? .receiptRecorded : .refundRecorded }

    /// The most that can have gone this way.
    func most(of invoice: Invoice, _ reader: StoreReader) throws -> Cents {
        self == .receipt ? invoice.state.due : try reader.owedBack(ofInvoice: invoice.id)
    }

    /// What it does.
    var hint: HTML {
        switch self {
        case .receipt:
            """
            La recette s’inscrit dans votre registre, sans commission. Si votre client a une page de paiement ouverte, elle est \
            fermée.
            """
        case .refund:
            """
            NeedMe ne fait pas le virement\u{A0}: rendez d’abord l’argent, puis notez-le ici. Une ligne négative, à cette date, \
            s’inscrit dans votre registre et cite l’avoir\u{A0}; s’il y en a plusieurs, une ligne pour chacun. Un remboursement \
            fait chez Stripe s’inscrit, lui, depuis <a href="/paiements/remboursements">Remboursements</a>.
            """
        }
    }
}
