import French
import Invoicing
import MariaDB
import Operations
import Web

/// The one table of errors: what the user reads, and what the operator reads.
struct Failure {
    let page: ErrorPage
    /// The cause, without personal data and without secrets.
    let cause: String

    init(_ error: any Error, id: String) {
        switch error {
        case is NotFound:
            page = .notFound
            cause = "not found"
        case let refusal as InvoiceRefusal:
            page = Self.refused(refusal.french)
            cause = "refused"
        case let refusal as IssueRefusal:
            page = Self.refused(refusal.french)
            cause = "refused"
        case let refusal as CreditNoteRefusal:
            page = Self.refused(refusal.french)
            cause = "refused"
        case let refusal as QuoteRefusal:
            page = Self.refused(refusal.french)
            cause = "refused"
        case is ChangedMeanwhile:
            page = Self.refused("Une autre fenêtre l’a modifié entre-temps\u{A0}: rouvrez la page.")
            cause = "refused"
        case is UnconfirmedAddress:
            page = Self.refused("Confirmez d’abord votre adresse e-mail\u{A0}: ouvrez le lien que vous avez reçu.")
            cause = "refused"
        case is UnknownAddress:
            page = Self.refused("Ce client n’a pas d’adresse e-mail\u{A0}: complétez sa fiche.")
            cause = "refused"
        case let error as DatabaseError where error.isUnavailable:
            page = .unavailable
            cause = "\(error)"
        default:
            page = .broken(id: id)
            cause = "\(error)"
        }
    }

    private static func refused(_ sentence: String) -> ErrorPage {
        ErrorPage(status: 409, title: "Ce n’est plus possible", advice: sentence)
    }
}
